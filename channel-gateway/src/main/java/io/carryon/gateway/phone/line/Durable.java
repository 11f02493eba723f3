package io.carryon.gateway.phone.line;

import io.carryon.gateway.phone.Call;
import io.carryon.gateway.phone.PhoneConfig;
import io.carryon.gateway.phone.course.OwedByCall;
import io.carryon.gateway.problem.ProblemException;
import jakarta.enterprise.context.ApplicationScoped;
import java.time.Duration;
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

    /** What was stored; 503 when the database did not take it in time. What the broker does not, the job publishes. */
    <T> T inTime(Supplier<T> storing, Function<T, Call> asCall) {
        var deadline = Deadline.in(config.answerDeadline());
        var stored =
                deadline.await(Deadline.begin(storing), config.answerDeadline()).orElseThrow(Durable::notStored);
        publish(asCall.apply(stored), deadline);
        return stored;
    }

    /** The same; what the database does not take at once may be published without it. 503 when neither succeeds. */
    <T> T inTimeOrPublished(Supplier<T> storing, Function<T, Call> asCall, Supplier<T> publishing) {
        var deadline = Deadline.in(config.answerDeadline());
        var stored = deadline.await(Deadline.begin(storing), config.storeDeadline());
        stored.ifPresent(done -> publish(asCall.apply(done), deadline));
        return stored.or(() -> deadline.await(Deadline.begin(publishing), config.ackDeadline()))
                .orElseThrow(Durable::notStored);
    }

    private void publish(Call call, Deadline deadline) {
        if (call.isTriggered()) {
            var ignored = deadline.await(Deadline.begin(() -> owed.publish(call.contactId())), config.ackDeadline());
        }
    }

    private static ProblemException notStored() {
        return ProblemException.unavailable(
                "What was told of the call was not stored. Send the same request again.", RETRY_AFTER);
    }
}
