package io.carryon.ticketing.outbox;

import io.micrometer.core.instrument.MeterRegistry;
import io.quarkus.runtime.Startup;
import io.quarkus.scheduler.Scheduled;
import jakarta.enterprise.context.ApplicationScoped;
import java.sql.SQLException;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import javax.sql.DataSource;

/**
 * The metric {@code carryon.outbox.lag.seconds}: the age of the oldest event that is not published, 0 when all are. It
 * goes on growing while the database is away.
 */
@Startup
@ApplicationScoped
class RelayLag {

    private final DataSource database;
    private final OutboxStore store;
    private final Clock clock;
    private volatile Instant oldest;

    RelayLag(DataSource database, OutboxStore store, MeterRegistry metrics, Clock clock) {
        this.database = database;
        this.store = store;
        this.clock = clock;
        metrics.gauge("carryon.outbox.lag.seconds", this, RelayLag::seconds);
    }

    @Scheduled(every = "5s", delayed = "1s", concurrentExecution = Scheduled.ConcurrentExecution.SKIP)
    void measure() {
        try (var connection = database.getConnection()) {
            oldest = store.oldest(connection, OutboxRelay.NAME).orElse(null);
        } catch (SQLException e) {
            // Nobody knows what is unpublished: from here on, everything may be.
            oldest = oldest == null ? clock.instant() : oldest;
        }
    }

    double seconds() {
        var since = oldest;
        return since == null
                ? 0
                : Math.max(0, Duration.between(since, clock.instant()).toMillis() / 1000.0);
    }
}
