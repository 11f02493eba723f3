package io.carryon.gateway.reply;

import io.carryon.gateway.storage.StorageException;
import io.smallrye.faulttolerance.api.ExponentialBackoff;
import io.smallrye.faulttolerance.api.RetryWhen;
import jakarta.enterprise.context.ApplicationScoped;
import java.time.temporal.ChronoUnit;
import java.util.function.Predicate;
import org.eclipse.microprofile.faulttolerance.Retry;

/** Repeats a delivery while database or broker are away: what passes is waited for in order, never dead-lettered. */
@ApplicationScoped
class PatientDelivery {

    private final ReplyDelivery delivery;

    PatientDelivery(ReplyDelivery delivery) {
        this.delivery = delivery;
    }

    @Retry(maxRetries = -1, maxDuration = 0, delay = 200, delayUnit = ChronoUnit.MILLIS, jitter = 50)
    @ExponentialBackoff(maxDelay = 10, maxDelayUnit = ChronoUnit.SECONDS)
    @RetryWhen(exception = Passing.class)
    void deliver(ReplyRequested reply) {
        delivery.deliver(reply);
    }

    /** What goes away by itself. */
    public static final class Passing implements Predicate<Throwable> {

        @Override
        public boolean test(Throwable failure) {
            return failure instanceof OutcomeNotReported
                    || failure instanceof StillSending
                    || (failure instanceof StorageException storage && storage.isPassing());
        }
    }
}
