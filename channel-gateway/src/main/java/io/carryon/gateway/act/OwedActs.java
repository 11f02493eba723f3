package io.carryon.gateway.act;

import io.carryon.gateway.operations.CorrelationFilter;
import io.carryon.gateway.operations.NotAcknowledged;
import io.carryon.gateway.operations.Turns;
import io.carryon.gateway.storage.OwedRound;
import io.quarkus.scheduler.Scheduled;
import io.smallrye.common.annotation.RunOnVirtualThread;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.enterprise.event.Observes;
import jakarta.enterprise.event.TransactionPhase;
import java.time.Duration;
import java.util.UUID;
import org.jboss.logging.Logger;
import org.jboss.logging.MDC;

/** Publishes customers' acts, each contact's in order: at once after the commit, else by a job. */
@ApplicationScoped
class OwedActs {

    private static final Logger LOG = Logger.getLogger(OwedActs.class);
    private static final String WHAT = "Customers' acts are";
    /** Longer than the attempt made at once. */
    private static final Duration GRACE = Duration.ofSeconds(8);

    private final Turns turns = new Turns();
    private final ActStore store;
    private final ActOutlet outlet;

    OwedActs(ActStore store, ActOutlet outlet) {
        this.store = store;
        this.outlet = outlet;
    }

    void recorded(@Observes(during = TransactionPhase.AFTER_SUCCESS) CustomerActs.Recorded recorded) {
        Thread.ofVirtual().name("acts").start(() -> {
            MDC.put(CorrelationFilter.LOG_KEY, recorded.correlation());
            OwedRound.whenStored(WHAT, () -> publish(recorded.contactId()));
        });
    }

    @Scheduled(every = "{carryon.acts.republish-every}", concurrentExecution = Scheduled.ConcurrentExecution.SKIP)
    @RunOnVirtualThread
    void publishOwed() {
        OwedRound.whenStored(WHAT, () -> publishOlderThan(GRACE));
    }

    /** Publishes what has been owed for longer than this; returns how many contacts owe nothing any more. */
    int publishOlderThan(Duration age) {
        return OwedRound.of(store.owingLongerThan(age), this::publish, store::failed)
                .settled();
    }

    /** False when the broker did not take all of a contact's acts in time. */
    boolean publish(UUID contactId) {
        return turns.take(contactId, () -> publishAll(contactId));
    }

    private boolean publishAll(UUID contactId) {
        for (var act : store.owedOf(contactId)) {
            try {
                outlet.publish(act);
            } catch (NotAcknowledged e) {
                LOG.warn(e.getMessage());
                return false;
            }
            store.published(act);
        }
        return true;
    }
}
