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

    /** The moment by which a request that arrives now is answered, whatever it takes. */
    Deadline deadline() {
        return Deadline.in(config.answerDeadline());
    }

    /** What was stored of a call; 503 when the database did not take it in time. What it owes is published. */
    <T> T inTime(Deadline deadline, Supplier<T> storing, Function<T, Call> asCall) {
        var stored = inTime(deadline, storing);
        publishIfContact(deadline, asCall.apply(stored));
        return stored;
    }

    /** The same; what the database does not take at once may be published without it. 503 when neither succeeds. */
    <T> T inTimeOrPublished(Deadline deadline, Supplier<T> storing, Function<T, Call> asCall, Supplier<T> publishing) {
        var stored = deadline.await(Deadline.begin(storing), config.storeDeadline());
        stored.ifPresent(done -> publishIfContact(deadline, asCall.apply(done)));
        return stored.or(() -> deadline.await(Deadline.begin(publishing), config.ackDeadline()))
                .orElseThrow(Durable::notStored);
    }

    /** What the database says; 503 when it does not in time. */
    <T> T inTime(Deadline deadline, Supplier<T> storing) {
        return deadline.await(Deadline.begin(storing), config.answerDeadline()).orElseThrow(Durable::notStored);
    }

    private void publishIfContact(Deadline deadline, Call call) {
        if (call.isTriggered()) {
            publish(deadline, call.contactId());
        }
    }

    /** Publishes what the call owes; what the broker does not take while there is time, the job publishes. */
    void publish(Deadline deadline, UUID contactId) {
        var ignored = deadline.await(Deadline.begin(() -> owed.publish(contactId)), config.ackDeadline());
    }

    private static ProblemException notStored() {
        return ProblemException.unavailable(
                "What was told of the call was not stored. Send the same request again.", RETRY_AFTER);
    }
}
