package io.carryon.ticketing.operations;

import io.micrometer.core.instrument.MeterRegistry;
import io.micrometer.core.instrument.binder.kafka.KafkaClientMetrics;
import jakarta.annotation.PreDestroy;
import jakarta.enterprise.context.ApplicationScoped;
import java.time.Duration;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.Future;
import java.util.stream.IntStream;
import org.apache.kafka.clients.producer.KafkaProducer;
import org.apache.kafka.clients.producer.Producer;
import org.apache.kafka.clients.producer.ProducerConfig;
import org.apache.kafka.clients.producer.ProducerRecord;
import org.apache.kafka.clients.producer.RecordMetadata;
import org.apache.kafka.common.InvalidRecordException;
import org.apache.kafka.common.KafkaException;
import org.apache.kafka.common.errors.RecordTooLargeException;
import org.apache.kafka.common.serialization.ByteArraySerializer;
import org.eclipse.microprofile.config.inject.ConfigProperty;
import org.jboss.logging.Logger;

/** Writes to Kafka and returns once every record is acknowledged by all replicas in sync. */
@ApplicationScoped
public class Broker implements AutoCloseable {

    private static final Logger LOG = Logger.getLogger(Broker.class);

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

    /** A record the broker never takes, however often it is offered, by its place in the list. */
    public record Refused(int index, String reason) {}

    /**
     * Publishes in order, all sent before the first is waited for, and answers which the broker will never take. Throws
     * a {@link KafkaException} when one was not acknowledged in five seconds for any other reason.
     */
    public List<Refused> offer(List<ProducerRecord<byte[], byte[]>> records) {
        var pending =
                records.stream().<Future<RecordMetadata>>map(producer::send).toList();
        return IntStream.range(0, pending.size())
                .mapToObj(index -> refusal(index, pending.get(index)))
                .flatMap(Optional::stream)
                .toList();
    }

    /**
     * Publishes what may be lost, without waiting for the broker's word; a broker that is away is waited for up to five
     * seconds.
     */
    public void tell(ProducerRecord<byte[], byte[]> event) {
        try {
            var unused = producer.send(event);
        } catch (KafkaException e) {
            LOG.debugf("An event that may be lost is: %s", e.getClass().getSimpleName());
        }
    }

    private static Optional<Refused> refusal(int index, Future<RecordMetadata> sent) {
        try {
            sent.get();
            return Optional.empty();
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
            throw new KafkaException("Interrupted while the broker was to acknowledge", e);
        } catch (ExecutionException e) {
            // Only what lies in the record itself: a refused login or topic is an operator's to mend.
            if (e.getCause() instanceof RecordTooLargeException || e.getCause() instanceof InvalidRecordException) {
                return Optional.of(new Refused(index, e.getCause().getMessage()));
            }
            throw new KafkaException("The broker did not acknowledge", e.getCause());
        }
    }

    @Override
    @PreDestroy
    public void close() {
        metrics.close();
        producer.close(Duration.ofSeconds(2));
    }
}
