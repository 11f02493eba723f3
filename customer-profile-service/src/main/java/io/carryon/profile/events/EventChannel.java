package io.carryon.profile.events;

import io.carryon.profile.operations.CorrelationFilter;
import io.smallrye.mutiny.TimeoutException;
import io.smallrye.reactive.messaging.MutinyEmitter;
import io.smallrye.reactive.messaging.ce.OutgoingCloudEventMetadata;
import io.smallrye.reactive.messaging.kafka.api.OutgoingKafkaRecordMetadata;
import java.time.Duration;
import java.util.Objects;
import org.apache.kafka.common.KafkaException;
import org.apache.kafka.common.errors.RecordTooLargeException;
import org.apache.kafka.common.errors.SerializationException;
import org.eclipse.microprofile.reactive.messaging.Message;
import org.jboss.logging.MDC;

/** Sends events as CloudEvents and waits until the broker has them. */
public final class EventChannel {

    private static final Duration LONGEST_WAIT = Duration.ofSeconds(10);

    private final MutinyEmitter<byte[]> emitter;

    public EventChannel(MutinyEmitter<byte[]> emitter) {
        this.emitter = emitter;
    }

    /**
     * Returns when the broker has the event.
     *
     * @param key what order must hold for
     * @param id the event's {@code ce_id}
     * @param path correlation id where the event that is being handled brings none
     * @throws BrokerAwayException when the broker did not confirm, for whatever reason that passes
     * @throws PoisonException when no broker would ever take it
     */
    public void send(String key, String id, String path, byte[] value) {
        var correlation = Objects.requireNonNullElse((String) MDC.get(CorrelationFilter.LOG_KEY), path);
        var message = Message.of(value)
                .addMetadata(OutgoingKafkaRecordMetadata.<String>builder()
                        .withKey(key)
                        .build())
                .addMetadata(OutgoingCloudEventMetadata.<byte[]>builder()
                        .withId(id)
                        .withExtension("correlationid", correlation)
                        .build());
        try {
            emitter.sendMessage(message).await().atMost(LONGEST_WAIT);
        } catch (RecordTooLargeException | SerializationException e) {
            throw new PoisonException(
                    "the event cannot be sent: " + e.getClass().getSimpleName(), e);
        } catch (TimeoutException | KafkaException e) {
            throw new BrokerAwayException(e);
        }
    }
}
