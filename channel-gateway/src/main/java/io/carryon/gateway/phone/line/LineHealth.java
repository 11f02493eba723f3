package io.carryon.gateway.phone.line;

import io.carryon.gateway.phone.PhoneConfig;
import io.smallrye.reactive.messaging.kafka.KafkaClientService;
import jakarta.enterprise.context.ApplicationScoped;
import java.time.Clock;
import java.time.Instant;
import org.eclipse.microprofile.health.HealthCheck;
import org.eclipse.microprofile.health.HealthCheckResponse;
import org.eclipse.microprofile.health.Readiness;

/**
 * A process that has just started takes calls once it listens to the line, or after a while without it. What it heard
 * once it is taken to hear again: a broker that goes away later does not take the phone away.
 */
@Readiness
@ApplicationScoped
public class LineHealth implements HealthCheck {

    private static final String PARTITIONS = "assigned-partitions";

    private final KafkaClientService kafka;
    private final Clock clock;
    private final Instant patientUntil;
    private volatile boolean listened;

    public LineHealth(KafkaClientService kafka, PhoneConfig config, Clock clock) {
        this.kafka = kafka;
        this.clock = clock;
        this.patientUntil = clock.instant().plus(config.listenWithin());
    }

    @Override
    public HealthCheckResponse call() {
        listened = listened || listens("live");
        return HealthCheckResponse.named("phone line")
                .status(listened || clock.instant().isAfter(patientUntil))
                .withData("listened", listened)
                .build();
    }

    private boolean listens(String channel) {
        return kafka.getConsumers(channel).stream()
                .flatMap(consumer -> consumer.unwrap().metrics().entrySet().stream())
                .filter(metric -> PARTITIONS.equals(metric.getKey().name()))
                .anyMatch(metric -> metric.getValue().metricValue() instanceof Number n && n.doubleValue() > 0);
    }
}
