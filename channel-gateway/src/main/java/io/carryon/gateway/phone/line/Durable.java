package io.carryon.gateway.phone.line;

import io.carryon.gateway.phone.Call;
import io.carryon.gateway.phone.PhoneConfig;
import io.carryon.gateway.phone.course.OwedByCall;
import io.carryon.gateway.problem.ProblemException;
import jakarta.enterprise.context.ApplicationScoped;
import java.time.Duration;
import java.util.UUID;
import java.util.function.Function;
import java.util.function.Supplier;

/** What is told of a call is in the database before it is acknowledged, and published at once after it. */
@ApplicationScoped
class Durable {

    private static final Duration RETRY_AFTER = Duration.ofSeconds(2);

    private final OwedByCall owed;
    private final PhoneConfig config;

    Durable(OwedByCall owed, PhoneConfig config) {
        this.owed = owed;
        this.config = config;
    }

    /** What was stored of a call; 503 when the database did not take it in time. What it owes is published. */
    <T> T inTime(Supplier<T> storing, Function<T, Call> asCall) {
        var stored = inTime(storing);
        publishIfContact(asCall.apply(stored));
        return stored;
    }

    /** The same; what the database does not take at once may be published without it. 503 when neither succeeds. */
    <T> T inTimeOrPublished(Supplier<T> storing, Function<T, Call> asCall, Supplier<T> publishing) {
        var deadline = Deadline.in(config.answerDeadline());
        var stored = deadline.await(Deadline.begin(storing), config.storeDeadline());
        stored.ifPresent(done -> publishIfContact(asCall.apply(done)));
        return stored.or(() -> deadline.await(Deadline.begin(publishing), config.ackDeadline()))
                .orElseThrow(Durable::notStored);
    }

    /** What the database says; 503 when it does not in time. */
    <T> T inTime(Supplier<T> storing) {
        return Deadline.in(config.answerDeadline())
                .await(Deadline.begin(storing), config.answerDeadline())
                .orElseThrow(Durable::notStored);
    }

    private void publishIfContact(Call call) {
        if (call.isTriggered()) {
            publish(call.contactId());
        }
    }

    /** Publishes what the call owes; what the broker does not take at once, the job publishes. */
    void publish(UUID contactId) {
        var ignored = Deadline.in(config.ackDeadline())
                .await(Deadline.begin(() -> owed.publish(contactId)), config.ackDeadline());
    }

    private static ProblemException notStored() {
        return ProblemException.unavailable(
                "What was told of the call was not stored. Send the same request again.", RETRY_AFTER);
    }
}
