package io.carryon.ticketing.outbox;

import io.micrometer.core.instrument.MeterRegistry;
import io.quarkus.runtime.Startup;
import jakarta.enterprise.context.ApplicationScoped;
import java.time.Clock;
import java.time.Duration;

/** Seconds since the relay last found nothing wrong: the age of what may be unpublished. */
@Startup
@ApplicationScoped
class RelayLag {

    RelayLag(MeterRegistry metrics, OutboxRelay relay, Clock clock) {
        metrics.gauge(
                "carryon.outbox.lag.seconds",
                relay,
                watched ->
                        Duration.between(watched.lastSuccess(), clock.instant()).toMillis() / 1000.0);
    }
}
