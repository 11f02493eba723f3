package io.carryon.gateway.trail;

import io.carryon.gateway.storage.Sql;
import io.carryon.gateway.storage.StorageException;
import io.quarkus.scheduler.Scheduled;
import io.smallrye.common.annotation.RunOnVirtualThread;
import jakarta.enterprise.context.ApplicationScoped;
import java.time.Clock;
import org.jboss.logging.Logger;

/** Forgets what browsers searched and read once no contact can follow it any more. */
@ApplicationScoped
class TrailForgetting {

    private static final Logger LOG = Logger.getLogger(TrailForgetting.class);

    private final Sql sql;
    private final TrailConfig config;
    private final Clock clock;

    TrailForgetting(Sql sql, TrailConfig config, Clock clock) {
        this.sql = sql;
        this.config = config;
        this.clock = clock;
    }

    @Scheduled(every = "10m", delayed = "1m", concurrentExecution = Scheduled.ConcurrentExecution.SKIP)
    @RunOnVirtualThread
    void round() {
        try {
            forget();
        } catch (StorageException e) {
            LOG.warnf("Old searches could not be taken out: %s", e.getMessage());
        }
    }

    void forget() {
        var before = clock.instant().minus(config.remembered());
        sql.update("delete from trail_search where at <= ?", before);
        sql.update("delete from trail_read where at <= ?", before);
        sql.update("delete from trail_contact where at <= ?", before);
    }
}
