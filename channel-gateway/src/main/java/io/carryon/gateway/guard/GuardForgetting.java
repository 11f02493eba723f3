package io.carryon.gateway.guard;

import io.carryon.gateway.storage.Sql;
import io.carryon.gateway.storage.StorageException;
import io.quarkus.scheduler.Scheduled;
import io.smallrye.common.annotation.RunOnVirtualThread;
import jakarta.enterprise.context.ApplicationScoped;
import java.time.Clock;
import org.jboss.logging.Logger;

/** Takes out counts whose window is over, and proofs that would be refused as too late anyway. */
@ApplicationScoped
class GuardForgetting {

    private static final Logger LOG = Logger.getLogger(GuardForgetting.class);

    private final Sql sql;
    private final Clock clock;

    GuardForgetting(Sql sql, Clock clock) {
        this.sql = sql;
        this.clock = clock;
    }

    @Scheduled(every = "1m", delayed = "1m", concurrentExecution = Scheduled.ConcurrentExecution.SKIP)
    @RunOnVirtualThread
    void round() {
        try {
            forget();
        } catch (StorageException e) {
            LOG.warnf("Old counts could not be taken out: %s", e.getMessage());
        }
    }

    void forget() {
        var now = clock.instant();
        sql.update("delete from guard_count where ends_at <= ?", now);
        sql.update("delete from guard_proof where expires_at <= ?", now);
    }
}
