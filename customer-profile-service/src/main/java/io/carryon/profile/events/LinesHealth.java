package io.carryon.profile.events;

import jakarta.enterprise.context.ApplicationScoped;
import java.util.Set;
import java.util.concurrent.ConcurrentSkipListSet;
import org.eclipse.microprofile.health.HealthCheck;
import org.eclipse.microprofile.health.HealthCheckResponse;
import org.eclipse.microprofile.health.Liveness;
import org.jboss.logging.Logger;

/** Down for good once a line of events ended by a failure: only a new start takes up what it left. */
@Liveness
@ApplicationScoped
public class LinesHealth implements HealthCheck {

    private static final Logger LOG = Logger.getLogger(LinesHealth.class);

    private final Set<String> ended = new ConcurrentSkipListSet<>();

    void hasEnded(String line, Throwable reason) {
        ended.add(line);
        LOG.errorf("No event of %s is handled any more: %s", line, PatientHandling.named(reason));
    }

    @Override
    public HealthCheckResponse call() {
        return HealthCheckResponse.named("lines")
                .status(ended.isEmpty())
                .withData("ended", String.join(", ", ended))
                .build();
    }
}
