package io.carryon.ticketing.outbox;

import java.sql.SQLException;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import org.jboss.logging.Logger;

/** Tells operators what keeps the relay from publishing: soon after it began, and every minute while it lasts. */
final class RelayJournal {

    private static final Logger LOG = Logger.getLogger(OutboxRelay.class);
    private static final Duration EVERY = Duration.ofMinutes(1);
    private static final Duration HELD_BACK_IS_NORMAL_FOR = Duration.ofSeconds(10);

    /** Finds out who holds the relay back. */
    @FunctionalInterface
    interface Culprit {

        String find() throws SQLException;
    }

    private final Clock clock;
    private Instant failingSince;
    private Instant heldBackSince;
    private Instant nextReport;

    RelayJournal(Clock clock) {
        this.clock = clock;
    }

    void well() {
        if (failingSince != null) {
            LOG.infof("The log is published again, after %s", Duration.between(failingSince, clock.instant()));
        }
        failingSince = null;
        heldBackSince = null;
        nextReport = null;
    }

    void failed(Throwable failure) {
        var now = clock.instant();
        failingSince = failingSince == null ? now : failingSince;
        if (isDue(now, failingSince)) {
            LOG.warnf(failure, "The log cannot be published since %s; trying until it can", failingSince);
        }
    }

    void heldBack(Culprit culprit) throws SQLException {
        var now = clock.instant();
        heldBackSince = heldBackSince == null ? now : heldBackSince;
        if (isDue(now, heldBackSince.plus(HELD_BACK_IS_NORMAL_FOR))) {
            LOG.warnf("Events wait since %s for a transaction to end: %s", heldBackSince, culprit.find());
        }
    }

    private boolean isDue(Instant now, Instant first) {
        if (now.isBefore(nextReport == null ? first : nextReport)) {
            return false;
        }
        nextReport = now.plus(EVERY);
        return true;
    }
}
