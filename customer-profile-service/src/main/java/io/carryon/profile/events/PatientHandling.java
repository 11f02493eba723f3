package io.carryon.profile.events;

import io.carryon.profile.documents.Outage;
import io.carryon.profile.operations.CorrelationFilter;
import jakarta.enterprise.context.ApplicationScoped;
import java.time.Duration;
import org.apache.kafka.clients.consumer.ConsumerRecord;
import org.apache.kafka.common.errors.RetriableException;
import org.jboss.logging.Logger;
import org.jboss.logging.MDC;

/**
 * Stands between a topic and a use case: waits, in order, while a needed part is away; gives any other failure a few
 * tries and then lets it out, upon which the message goes to its dead-letter topic and the next one is taken.
 */
@ApplicationScoped
public class PatientHandling {

    private static final Logger LOG = Logger.getLogger(PatientHandling.class);
    private static final int TRIES = 3;
    private static final Duration FIRST_PAUSE = Duration.ofMillis(50);
    private static final Duration LONGEST_PAUSE = Duration.ofSeconds(5);

    /** A use case bound to its message. */
    @FunctionalInterface
    public interface Effect {
        void take();
    }

    /** Runs the effect under the message's correlation id. */
    public void handle(ConsumerRecord<String, byte[]> event, Effect effect) {
        Envelope.correlationId(event).ifPresent(id -> MDC.put(CorrelationFilter.LOG_KEY, id));
        try {
            attempt(event, effect);
        } finally {
            MDC.remove(CorrelationFilter.LOG_KEY);
        }
    }

    private static void attempt(ConsumerRecord<String, byte[]> event, Effect effect) {
        var pause = FIRST_PAUSE;
        for (int failures = 0; true; pause = longer(pause)) {
            try {
                effect.take();
                return;
            } catch (PoisonException e) {
                throw e;
            } catch (RuntimeException e) {
                var away = isAway(e);
                failures += away ? 0 : 1;
                if (failures == TRIES) {
                    throw e;
                }
                LOG.warnf(
                        "%s %d/%d waits %d ms: %s",
                        event.topic(), event.partition(), event.offset(), pause.toMillis(), e.toString());
                sleep(pause, e);
            }
        }
    }

    private static boolean isAway(RuntimeException e) {
        return Outage.isBehind(e) || e instanceof BrokerAwayException || e.getCause() instanceof RetriableException;
    }

    private static Duration longer(Duration pause) {
        var doubled = pause.multipliedBy(2);
        return doubled.compareTo(LONGEST_PAUSE) > 0 ? LONGEST_PAUSE : doubled;
    }

    private static void sleep(Duration pause, RuntimeException reason) {
        try {
            Thread.sleep(pause);
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
            throw reason;
        }
    }
}
