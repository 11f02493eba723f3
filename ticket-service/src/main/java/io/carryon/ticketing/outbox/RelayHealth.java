package io.carryon.ticketing.outbox;

import jakarta.enterprise.context.ApplicationScoped;
import org.eclipse.microprofile.health.HealthCheck;
import org.eclipse.microprofile.health.HealthCheckResponse;
import org.eclipse.microprofile.health.Liveness;

/** Alive as long as the relay's thread is; that the broker is away is no reason to restart. */
@Liveness
@ApplicationScoped
class RelayHealth implements HealthCheck {

    private final OutboxRelay relay;

    RelayHealth(OutboxRelay relay) {
        this.relay = relay;
    }

    @Override
    public HealthCheckResponse call() {
        return HealthCheckResponse.named("outbox relay")
                .status(relay.alive())
                .withData("lastSuccess", relay.lastSuccess().toString())
                .build();
    }
}
