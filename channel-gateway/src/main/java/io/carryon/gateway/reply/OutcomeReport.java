package io.carryon.gateway.reply;

import io.carryon.gateway.storage.StorageException;
import io.quarkus.scheduler.Scheduled;
import io.smallrye.common.annotation.RunOnVirtualThread;
import jakarta.enterprise.context.ApplicationScoped;
import java.time.Duration;
import java.util.List;
import java.util.Optional;
import java.util.UUID;
import org.jboss.logging.Logger;

/** Tells the line what became of replies, again and again until the broker has acknowledged it. */
@ApplicationScoped
class OutcomeReport {

    private static final Logger LOG = Logger.getLogger(OutcomeReport.class);
    /** Longer than the attempt made right after the decision. */
    private static final Duration GRACE = Duration.ofSeconds(8);

    private final Log log;
    private final Publisher publisher;

    OutcomeReport(Log log, Publisher publisher) {
        this.log = log;
        this.publisher = publisher;
    }

    /** Which outcomes the line does not know yet. */
    interface Log {

        /** An outcome and the correlation id of its request, which may be null. */
        record Decided(DeliveryOutcome outcome, String correlationId) {}

        Optional<Decided> unreported(UUID replyId);

        /** Those decided at least so long ago, oldest first, some at once. */
        List<Decided> unreportedFor(Duration age);

        /** Without effect when something newer became of the reply meanwhile. */
        void reported(DeliveryOutcome outcome);
    }

    /** The way to the line. */
    @FunctionalInterface
    interface Publisher {

        /** Throws {@link OutcomeNotReported} when the broker did not acknowledge. */
        void publish(DeliveryOutcome outcome, String correlationId);
    }

    /** Reports this reply's outcome if it can now; else it is reported later. */
    void report(UUID replyId) {
        try {
            log.unreported(replyId).ifPresent(this::report);
        } catch (OutcomeNotReported | StorageException e) {
            LOG.warnf("The outcome of reply %s is to be reported later: %s", replyId, e.getMessage());
        }
    }

    @Scheduled(every = "{carryon.replies.report-every}", concurrentExecution = Scheduled.ConcurrentExecution.SKIP)
    @RunOnVirtualThread
    void reportOwed() {
        try {
            reportOlderThan(GRACE);
        } catch (OutcomeNotReported | StorageException e) {
            LOG.warnf("Outcomes of replies are still to be reported: %s", e.getMessage());
        }
    }

    /** Throws at the first that the broker does not take; returns how many it took. */
    int reportOlderThan(Duration age) {
        var owed = log.unreportedFor(age);
        owed.forEach(this::report);
        return owed.size();
    }

    private void report(Log.Decided decided) {
        publisher.publish(decided.outcome(), decided.correlationId());
        log.reported(decided.outcome());
    }
}
