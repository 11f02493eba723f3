package io.carryon.gateway.phone.twilio;

import io.carryon.gateway.phone.ToldTime;
import io.carryon.gateway.phone.line.HangUp;
import jakarta.enterprise.context.ApplicationScoped;
import java.time.DateTimeException;
import java.time.Instant;
import java.time.format.DateTimeFormatter;
import java.util.Map;

/** The state of a call has changed; only its end means something here. The agents' own calls are none of ours. */
@ApplicationScoped
public class StatusEvent implements VoiceEvent {

    private static final Map<String, String> CAUSES = Map.of(
            "completed", "normalClearing",
            "busy", "busy",
            "no-answer", "noAnswer",
            "canceled", "cancel",
            "failed", "congestion");

    private final HangUp hangUp;
    private final ToldTime time;

    public StatusEvent(HangUp hangUp, ToldTime time) {
        this.hangUp = hangUp;
        this.time = time;
    }

    @Override
    public String name() {
        return "status";
    }

    @Override
    public void take(TwilioRequest request) {
        var cause = request.told().first("CallStatus").map(CAUSES::get);
        if (cause.isPresent() && request.agent().isEmpty()) {
            var at = time.orNow(
                    request.told().first("Timestamp").map(StatusEvent::read).orElse(null));
            hangUp.end(request.call(null, null, at), at, cause.get());
        }
    }

    private static Instant read(String timestamp) {
        try {
            return Instant.from(DateTimeFormatter.RFC_1123_DATE_TIME.parse(timestamp));
        } catch (DateTimeException e) {
            return null;
        }
    }
}
