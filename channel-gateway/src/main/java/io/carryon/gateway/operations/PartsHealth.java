package io.carryon.gateway.operations;

import io.micrometer.core.instrument.Gauge;
import io.micrometer.core.instrument.MeterRegistry;
import io.quarkus.scheduler.Scheduled;
import io.smallrye.common.annotation.RunOnVirtualThread;
import io.smallrye.reactive.messaging.kafka.KafkaClientService;
import jakarta.enterprise.context.ApplicationScoped;
import java.sql.SQLException;
import java.util.function.Supplier;
import javax.sql.DataSource;
import org.eclipse.microprofile.health.HealthCheck;
import org.eclipse.microprofile.health.HealthCheckResponse;
import org.eclipse.microprofile.health.Readiness;

/**
 * Shows whether database and broker are in reach, and never says that the gateway is not ready: without one of them
 * callers are still answered, which a balancer that takes the process away would prevent. Alarms stand on the gauge
 * {@code carryon_part_reachable}.
 */
@Readiness
@ApplicationScoped
public class PartsHealth implements HealthCheck {

    private static final int DATABASE_WAIT_SECONDS = 2;
    private static final String CONNECTIONS = "connection-count";

    private final DataSource database;
    private final KafkaClientService kafka;
    private volatile boolean databaseReachable = true;
    private volatile boolean brokerReachable = true;

    public PartsHealth(DataSource database, KafkaClientService kafka, MeterRegistry metrics) {
        this.database = database;
        this.kafka = kafka;
        gauge(metrics, "database", () -> databaseReachable ? 1 : 0);
        gauge(metrics, "broker", () -> brokerReachable ? 1 : 0);
    }

    @Scheduled(every = "5s", concurrentExecution = Scheduled.ConcurrentExecution.SKIP)
    @RunOnVirtualThread
    void look() {
        brokerReachable = hasBroker();
        databaseReachable = hasDatabase();
    }

    @Override
    public HealthCheckResponse call() {
        return HealthCheckResponse.named("parts")
                .up()
                .withData("database", databaseReachable ? "reachable" : "away")
                .withData("broker", brokerReachable ? "reachable" : "away")
                .build();
    }

    private boolean hasDatabase() {
        try (var connection = database.getConnection()) {
            return connection.isValid(DATABASE_WAIT_SECONDS);
        } catch (SQLException e) {
            return false;
        }
    }

    // The client keeps its connections, and opens them anew by itself.
    private boolean hasBroker() {
        var producer = kafka.getProducer("contact-received");
        return producer != null
                && producer.unwrap().metrics().entrySet().stream()
                        .filter(metric -> CONNECTIONS.equals(metric.getKey().name()))
                        .anyMatch(metric -> metric.getValue().metricValue() instanceof Number n && n.intValue() > 0);
    }

    private static void gauge(MeterRegistry metrics, String part, Supplier<Number> reachable) {
        Gauge.builder("carryon.part.reachable", reachable).tag("part", part).register(metrics);
    }
}
