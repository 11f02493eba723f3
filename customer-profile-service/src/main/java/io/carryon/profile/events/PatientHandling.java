package io.carryon.profile.events;

import io.carryon.profile.documents.Outage;
import io.carryon.profile.operations.CorrelationFilter;
import jakarta.enterprise.context.ApplicationScoped;
import java.time.Duration;
import java.util.function.Consumer;
import org.apache.kafka.clients.consumer.ConsumerRecord;
import org.jboss.logging.Logger;
import org.jboss.logging.MDC;

/**
 * Stands between an event and its use case: waits for as long as a needed part is away, and gives up only on what is
 * the event's own fault, at once where its value cannot be read and after a few tries where our code fails on it.
 */
@ApplicationScoped
public class PatientHandling {

    private static final Logger LOG = Logger.getLogger(PatientHandling.class);
    private static final int TRIES = 3;
    private static final Duration FIRST_PAUSE = Duration.ofMillis(50);
    private static final Duration LONGEST_PAUSE = Duration.ofSeconds(5);

    private final Stopping stopping;

    public PatientHandling(Stopping stopping) {
        this.stopping = stopping;
    }

    /** Runs the effect under the event's correlation id. */
    Handled handle(ConsumerRecord<String, byte[]> event, Consumer<ConsumerRecord<String, byte[]>> effect) {
        Envelope.correlationId(event).ifPresent(id -> MDC.put(CorrelationFilter.LOG_KEY, id));
        try {
            return attempt(event, effect);
        } finally {
            MDC.remove(CorrelationFilter.LOG_KEY);
        }
    }

    private Handled attempt(ConsumerRecord<String, byte[]> event, Consumer<ConsumerRecord<String, byte[]>> effect) {
        var pause = FIRST_PAUSE;
        for (int failures = 0; true; pause = longer(pause)) {
            try {
                effect.accept(event);
                return new Handled.Done();
            } catch (PoisonException e) {
                return new Handled.Refused(e);
            } catch (RuntimeException | Error e) {
                failures += isAway(e) ? 0 : 1;
                if (stopping.hasBegun()) {
                    return new Handled.Left();
                }
                if (failures == TRIES) {
                    return new Handled.Refused(e);
                }
                warn(event, pause, e);
                if (stopping.beginsWithin(pause)) {
                    return new Handled.Left();
                }
            }
        }
    }

    private static boolean isAway(Throwable e) {
        return e instanceof BrokerAwayException || Outage.isBehind(e);
    }

    /** The failure without its words: those of a database quote what it was sent. */
    static String named(Throwable e) {
        return e.getCause() == null ? name(e) : name(e) + " by " + name(e.getCause());
    }

    private static String name(Throwable e) {
        return e.getClass().getSimpleName();
    }

    private static void warn(ConsumerRecord<String, byte[]> event, Duration pause, Throwable e) {
        LOG.warnf(
                "%s %d/%d waits %d ms: %s",
                event.topic(), event.partition(), event.offset(), pause.toMillis(), named(e));
    }

    private static Duration longer(Duration pause) {
        var doubled = pause.multipliedBy(2);
        return doubled.compareTo(LONGEST_PAUSE) > 0 ? LONGEST_PAUSE : doubled;
    }
}
