package io.carryon.gateway.phone.cti;

import io.carryon.gateway.phone.NumberPlan;
import io.carryon.gateway.phone.PhoneConfig;
import jakarta.enterprise.context.ApplicationScoped;
import java.util.Optional;

/** How telephone systems that push write their numbers: the generic format leaves the plus out. */
@ApplicationScoped
public class PushedNumbers implements NumberPlan {

    private final CtiConnections connections;
    private final PhoneConfig config;

    public PushedNumbers(CtiConnections connections, PhoneConfig config) {
        this.connections = connections;
        this.config = config;
    }

    @Override
    public Optional<Writing> of(String client) {
        // A connection that is configured no more has calls to be published all the same.
        return client.startsWith(CtiConnection.PREFIX)
                ? Optional.of(new Writing(
                        connections.named(client).flatMap(CtiConnection::region).orElse(config.region()), true))
                : Optional.empty();
    }
}
