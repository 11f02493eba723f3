package io.carryon.ticketing.inbox;

import jakarta.enterprise.context.ApplicationScoped;
import java.time.Duration;
import java.util.function.Function;
import org.jboss.logging.Logger;

/**
 * Handles events until they are handled, so that order is kept and nothing is given up: at growing pauses, for ever.
 * What is proven to be the message's own fault is thrown. What fails while the service stops is left for the next start.
 */
@ApplicationScoped
public class Attempts {

    private static final Logger LOG = Logger.getLogger(Attempts.class);
    private static final int TRIES = 5;
    private static final Duration FIRST_PAUSE = Duration.ofMillis(20);
    private static final Duration LONGEST_PAUSE = Duration.ofSeconds(5);
    private static final Duration ALARM_AFTER = Duration.ofMinutes(1);

    private final StopSignal stop;

    Attempts(StopSignal stop) {
        this.stop = stop;
    }

    /**
     * Runs the handler, which must be safe to repeat, until it succeeds or the message is proven to be at fault: then
     * throws what the last try threw. False when the service stops instead.
     */
    public boolean untilHandled(Runnable handler) {
        return repeat(handler, Blame::of);
    }

    /** Runs what must not be given up for any reason until it succeeds; false when the service stops instead. */
    public boolean untilDone(Runnable handler) {
        return repeat(handler, failure -> Blame.OTHERS);
    }

    private boolean repeat(Runnable handler, Function<Throwable, Blame> judge) {
        var suspicions = 0;
        var pause = FIRST_PAUSE;
        var waited = Duration.ZERO;
        while (true) {
            try {
                handler.run();
                return true;
            } catch (RuntimeException | Error e) {
                var blame = judge.apply(e);
                suspicions += blame == Blame.PERHAPS_MESSAGE ? 1 : 0;
                if (blame == Blame.MESSAGE || suspicions == TRIES) {
                    throw e;
                }
                if (stop.within(pause)) {
                    LOG.info("The service stops: an event is left for the next start");
                    return false;
                }
                waited = waited.plus(pause);
                report(e, pause, waited);
            }
            pause = pause.compareTo(LONGEST_PAUSE.dividedBy(2)) < 0 ? pause.multipliedBy(2) : LONGEST_PAUSE;
        }
    }

    private static void report(Throwable failure, Duration pause, Duration waited) {
        var level = waited.compareTo(ALARM_AFTER) < 0 ? Logger.Level.WARN : Logger.Level.ERROR;
        LOG.logf(
                level,
                "Events wait, tried again after %s, %s in all: %s (%s)",
                pause,
                waited,
                Blame.reason(failure),
                failure.getClass().getSimpleName());
    }
}
