package io.carryon.ticketing.access;

import io.carryon.ticketing.problem.Outage;
import io.quarkus.narayana.jta.QuarkusTransaction;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.enterprise.event.Observes;
import jakarta.enterprise.event.TransactionPhase;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.Set;
import java.util.stream.Collectors;
import org.jboss.logging.Logger;

/**
 * Which queues are restricted, kept in mind: everything that is asked needs to know. What is changed here holds at once,
 * what is changed at another instance within two seconds.
 */
@ApplicationScoped
public class Restrictions {

    private static final Logger LOG = Logger.getLogger(Restrictions.class);
    private static final Duration HOLDS = Duration.ofSeconds(2);

    /** Told in the transaction that changes a queue's access. */
    record Changed(String queue) {}

    /**
     * @param restricted null before they are read for the first time
     * @param isOld what holds because it could not be read anew
     */
    private record Known(List<QueueAccess> restricted, Instant until, boolean isOld) {}

    private final QueueAccessStore store;
    private final Clock clock;
    private volatile Known known = new Known(null, Instant.MIN, false);

    Restrictions(QueueAccessStore store, Clock clock) {
        this.store = store;
        this.clock = clock;
    }

    void changed(@Observes(during = TransactionPhase.AFTER_SUCCESS) Changed changed) {
        known = new Known(known.restricted(), Instant.MIN, known.isOld());
    }

    /** The queues whose tickets somebody may not see; empty for most. */
    public Set<String> hiddenFrom(Caller caller) {
        return restricted().stream()
                .filter(queue -> !AccessPolicy.isAllowed(caller, queue))
                .map(QueueAccess::queue)
                .collect(Collectors.toUnmodifiableSet());
    }

    /** While the database is away, what was known last holds: streams go on, and show nobody more than before. */
    private List<QueueAccess> restricted() {
        var present = known;
        var now = clock.instant();
        if (now.isBefore(present.until())) {
            return present.restricted();
        }
        try {
            var read = QuarkusTransaction.requiringNew().call(store::all);
            known = new Known(read.stream().filter(QueueAccess::restricted).toList(), now.plus(HOLDS), false);
        } catch (RuntimeException e) {
            if (present.restricted() == null || !Outage.causedBy(e)) {
                throw e;
            }
            if (!present.isOld()) {
                LOG.warnf("Which queues are restricted cannot be read just now: %s", e.getMessage());
            }
            known = new Known(present.restricted(), now.plus(HOLDS), true);
        }
        return known.restricted();
    }
}
