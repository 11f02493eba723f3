package io.carryon.gateway.phone.twilio;

import io.carryon.gateway.phone.CallLog;
import io.carryon.gateway.phone.PhoneConfig;
import io.carryon.gateway.phone.ToldTime;
import io.carryon.gateway.phone.line.Deadline;
import io.carryon.gateway.phone.line.HangUp;
import io.carryon.gateway.problem.ProblemException;
import jakarta.enterprise.context.ApplicationScoped;
import java.time.DateTimeException;
import java.time.Duration;
import java.time.Instant;
import java.time.format.DateTimeFormatter;
import java.util.Map;
import java.util.UUID;

/**
 * The state of a call has changed; only its end means something here. An agent's telephone that only took callers out of a
 * queue made no call of ours.
 */
@ApplicationScoped
public class StatusEvent implements VoiceEvent {

    private static final Map<String, String> CAUSES = Map.of(
            "completed", "normalClearing",
            "busy", "busy",
            "no-answer", "noAnswer",
            "canceled", "cancel",
            "failed", "congestion");

    private static final Duration RETRY_AFTER = Duration.ofSeconds(2);

    private final HangUp hangUp;
    private final CallLog calls;
    private final PhoneConfig phone;
    private final ToldTime time;

    public StatusEvent(HangUp hangUp, CallLog calls, PhoneConfig phone, ToldTime time) {
        this.hangUp = hangUp;
        this.calls = calls;
        this.phone = phone;
        this.time = time;
    }

    @Override
    public String name() {
        return "status";
    }

    @Override
    public void take(TwilioRequest request) {
        var cause = request.told().first("CallStatus").map(CAUSES::get);
        var deadline = request.deadline();
        if (cause.isPresent() && (request.agent().isEmpty() || isKnown(deadline, request.contactId()))) {
            var at = time.orNow(
                    request.told().first("Timestamp").map(StatusEvent::read).orElse(null));
            hangUp.end(deadline, request.call(null, null, at), at, cause.get());
        }
    }

    // The same telephone may call the customers' number too, and that call is known since it began.
    private boolean isKnown(Deadline deadline, UUID contactId) {
        return deadline.await(Deadline.begin(() -> calls.ofContact(contactId).isPresent()), phone.storeDeadline())
                .orElseThrow(() -> ProblemException.unavailable(
                        "Whether this was a customer's call is not known now. Send the same request again.",
                        RETRY_AFTER));
    }

    private static Instant read(String timestamp) {
        try {
            return Instant.from(DateTimeFormatter.RFC_1123_DATE_TIME.parse(timestamp));
        } catch (DateTimeException e) {
            return null;
        }
    }
}
