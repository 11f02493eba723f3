package io.carryon.ticketing.inbox;

import io.carryon.ticketing.problem.Outage;
import io.quarkus.runtime.ShutdownEvent;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.enterprise.event.Observes;
import java.time.Duration;
import org.jboss.logging.Logger;

/**
 * Handles an event until it is handled: for ever while the database is away, so that order is kept and nothing is given
 * up; a few times when it fails for another reason, because it may have met a competitor; then it is a dead letter. What
 * fails while the service stops is neither done nor dead: it is delivered again after the start.
 */
@ApplicationScoped
public class Attempts {

    private static final Logger LOG = Logger.getLogger(Attempts.class);
    private static final int TRIES = 5;
    private static final Duration FIRST_PAUSE = Duration.ofMillis(20);
    private static final Duration LONGEST_PAUSE = Duration.ofSeconds(5);

    private volatile boolean stopping;

    void stop(@Observes ShutdownEvent stopped) {
        stopping = true;
    }

    /** Runs the handler, which must be safe to repeat; throws what the last try threw. */
    public void untilHandled(Runnable handler) {
        var failures = 0;
        var pause = FIRST_PAUSE;
        while (true) {
            try {
                handler.run();
                return;
            } catch (UnreadableEventException e) {
                throw e;
            } catch (RuntimeException e) {
                var outage = stopping || Outage.causedBy(e);
                failures = outage ? failures : failures + 1;
                if (failures == TRIES) {
                    throw e;
                }
                LOG.warnf("%s, trying again in %s: %s", outage ? "A part is away" : "Failed", pause, e);
            }
            rest(pause);
            pause = pause.compareTo(LONGEST_PAUSE) < 0 ? pause.multipliedBy(2) : LONGEST_PAUSE;
        }
    }

    private static void rest(Duration pause) {
        try {
            Thread.sleep(pause);
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
            throw new IllegalStateException("Stopped while an event was being handled", e);
        }
    }
}
