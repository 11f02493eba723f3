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
        var stored = deadline.await(Deadline.begin(storing), config.answerDeadline())
                .orElseThrow(() -> ProblemException.unavailable(
                        "What was told of the call was not stored. Send the same request again.", RETRY_AFTER));
        var call = asCall.apply(stored);
        if (call.isTriggered()) {
            var ignored = deadline.await(Deadline.begin(() -> owed.publish(call.contactId())), config.ackDeadline());
        }
        return stored;
    }
}
