package io.carryon.ticketing.stream;

import jakarta.enterprise.context.ApplicationScoped;
import org.eclipse.microprofile.health.HealthCheck;
import org.eclipse.microprofile.health.HealthCheckResponse;
import org.eclipse.microprofile.health.Liveness;

/** Alive as long as the tail's thread is; that the database is away is no reason to restart. */
@Liveness
@ApplicationScoped
class TailHealth implements HealthCheck {

    private final LogTail tail;

    TailHealth(LogTail tail) {
        this.tail = tail;
    }

    @Override
    public HealthCheckResponse call() {
        return HealthCheckResponse.named("log tail")
                .status(tail.alive())
                .withData("lastSuccess", tail.lastSuccess().toString())
                .build();
    }
}
