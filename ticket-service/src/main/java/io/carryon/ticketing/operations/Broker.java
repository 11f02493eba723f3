package io.carryon.ticketing.operations;

import io.micrometer.core.instrument.MeterRegistry;
import io.micrometer.core.instrument.binder.kafka.KafkaClientMetrics;
import jakarta.annotation.PreDestroy;
import jakarta.enterprise.context.ApplicationScoped;
import java.time.Duration;
import java.util.List;
import java.util.Map;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.Future;
import org.apache.kafka.clients.producer.KafkaProducer;
import org.apache.kafka.clients.producer.Producer;
import org.apache.kafka.clients.producer.ProducerConfig;
import org.apache.kafka.clients.producer.ProducerRecord;
import org.apache.kafka.clients.producer.RecordMetadata;
import org.apache.kafka.common.KafkaException;
import org.apache.kafka.common.serialization.ByteArraySerializer;
import org.eclipse.microprofile.config.inject.ConfigProperty;

/** Writes to Kafka and returns once every record is acknowledged by all replicas in sync. */
@ApplicationScoped
public class Broker {

    private final Producer<byte[], byte[]> producer;
    private final KafkaClientMetrics metrics;

    public Broker(@ConfigProperty(name = "carryon.kafka.bootstrap") String bootstrap, MeterRegistry registry) {
        producer = new KafkaProducer<>(
                Map.of(
                        ProducerConfig.BOOTSTRAP_SERVERS_CONFIG,
                        bootstrap,
                        ProducerConfig.CLIENT_ID_CONFIG,
                        "ticket-service-outbox",
                        ProducerConfig.ACKS_CONFIG,
                        "all",
                        ProducerConfig.ENABLE_IDEMPOTENCE_CONFIG,
                        true,
                        ProducerConfig.LINGER_MS_CONFIG,
                        0,
                        ProducerConfig.MAX_BLOCK_MS_CONFIG,
                        5000,
                        ProducerConfig.REQUEST_TIMEOUT_MS_CONFIG,
                        3000,
                        ProducerConfig.DELIVERY_TIMEOUT_MS_CONFIG,
                        5000),
                new ByteArraySerializer(),
                new ByteArraySerializer());
        metrics = new KafkaClientMetrics(producer);
        metrics.bindTo(registry);
    }

    /** Publishes in order; throws a {@link KafkaException} when one record was not acknowledged in five seconds. */
    public void publish(List<ProducerRecord<byte[], byte[]>> records) {
        var pending =
                records.stream().<Future<RecordMetadata>>map(producer::send).toList();
        for (var sent : pending) {
            try {
                sent.get();
            } catch (InterruptedException e) {
                Thread.currentThread().interrupt();
                throw new KafkaException("Interrupted while the broker was to acknowledge", e);
            } catch (ExecutionException e) {
                throw new KafkaException("The broker did not acknowledge", e.getCause());
            }
        }
    }

    @PreDestroy
    void close() {
        metrics.close();
        producer.close(Duration.ofSeconds(2));
    }
}
