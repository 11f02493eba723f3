package io.carryon.gateway.reply;

import io.smallrye.faulttolerance.api.ExponentialBackoff;
import jakarta.enterprise.context.ApplicationScoped;
import java.time.temporal.ChronoUnit;
import org.eclipse.microprofile.faulttolerance.Retry;

/** Asks a channel again, ever more rarely, as long as it is sure that nothing left and that the cause will pass. */
@ApplicationScoped
class PatientSending {

    @Retry(
            maxRetries = -1,
            maxDuration = 0,
            delay = 500,
            delayUnit = ChronoUnit.MILLIS,
            jitter = 100,
            retryOn = NotDelivered.class)
    @ExponentialBackoff(maxDelay = 30, maxDelayUnit = ChronoUnit.SECONDS)
    DeliveryReceipt send(ReplyChannel channel, ReplyRequested reply) {
        return channel.deliver(reply);
    }
}
