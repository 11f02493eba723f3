package io.carryon.gateway.phone.cti;

import java.util.Map;
import java.util.Optional;

/** placetel's words for what happens in a call (its Notify API). */
final class PlacetelPush {

    private static final Map<String, Push.Event> EVENTS = Map.of(
            "IncomingCall", Push.Event.NEW_CALL,
            "OutgoingCall", Push.Event.NEW_CALL,
            "CallAccepted", Push.Event.ANSWER,
            "HungUp", Push.Event.HANGUP);

    private static final Map<String, String> CAUSES = Map.of(
            "missed", "cancel",
            "voicemail", "voicemail",
            "blocked", "blocked",
            "accepted", "normalClearing");

    private PlacetelPush() {}

    /** 422 names the field that is wrong; the direction is told by the first event only. */
    static Push of(PushFields fields) {
        var told = fields.first("event").map(String::strip).orElse("");
        var event = EVENTS.get(told);
        if (event == null) {
            throw Push.refused("event", "must be IncomingCall, OutgoingCall, CallAccepted or HungUp");
        }
        var type = Push.word(fields, "type");
        return new Push(
                event,
                Push.callId(fields, "call_id"),
                Push.number(fields, "from"),
                Push.number(fields, "to"),
                direction(told).or(() -> Push.direction(fields)),
                Push.agent(null, Push.word(fields, "peer"), Push.word(fields, "user")),
                null,
                type == null ? null : CAUSES.getOrDefault(type, type));
    }

    private static Optional<Push.Direction> direction(String event) {
        return switch (event) {
            case "IncomingCall" -> Optional.of(Push.Direction.IN);
            case "OutgoingCall" -> Optional.of(Push.Direction.OUT);
            default -> Optional.empty();
        };
    }
}
