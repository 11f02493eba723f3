package io.carryon.ticketing.inbox;

import io.micrometer.core.instrument.MeterRegistry;
import io.quarkus.narayana.jta.QuarkusTransaction;
import jakarta.enterprise.context.ApplicationScoped;
import java.time.Clock;
import java.time.Duration;
import java.util.UUID;
import java.util.function.Consumer;
import org.jboss.logging.Logger;

/** Goes through what was told of contacts before they came: a contact may come while a word about it is kept. */
@ApplicationScoped
public class EarlyRounds {

    private static final Logger LOG = Logger.getLogger(EarlyRounds.class);
    private static final int AT_ONCE = 100;
    /** About a minute's. */
    private static final int ATTEMPTS = 60;

    private static final Duration KEPT = Duration.ofDays(7);

    private final Sweep sweep;
    private final MeterRegistry metrics;
    private final Clock clock;

    public EarlyRounds(Sweep sweep, MeterRegistry metrics, Clock clock) {
        this.sweep = sweep;
        this.metrics = metrics;
        this.clock = clock;
    }

    /**
     * Looks again at contacts that are here by now, each in a transaction of its own; what cannot be done a minute long
     * is buried and counted.
     *
     * @param buried the name of the counter
     */
    public void lookAgain(EarlyEvents<?> early, String buried, Consumer<UUID> follow) {
        QuarkusTransaction.requiringNew()
                .call(() -> early.whoseContactIsHere(AT_ONCE))
                .forEach(contactId -> lookAgainAt(early, buried, follow, contactId));
    }

    /** Forgets what is older than a week: its contact never came. */
    public void forgetWhatNeverCame(EarlyEvents<?> early) {
        sweep.repeat(early.forgetting(), clock.instant().minus(KEPT));
    }

    /** One that cannot be done now must not hold up the others: it is the last of them next time. */
    private void lookAgainAt(EarlyEvents<?> early, String buried, Consumer<UUID> follow, UUID contactId) {
        try {
            QuarkusTransaction.requiringNew().run(() -> follow.accept(contactId));
        } catch (RuntimeException e) {
            LOG.warnf(e, "What was told of contact %s is looked at again in a moment", contactId);
            var lost = QuarkusTransaction.requiringNew().call(() -> early.isHard(contactId, ATTEMPTS));
            if (!lost.isEmpty()) {
                LOG.errorf(e, "What was told of contact %s, %s in %s, is buried", contactId, lost, early.table());
                metrics.counter(buried).increment(lost.size());
            }
        }
    }
}
