package io.carryon.gateway.operations;

import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.databind.ObjectMapper;
import io.smallrye.mutiny.TimeoutException;
import io.smallrye.reactive.messaging.MutinyEmitter;
import io.smallrye.reactive.messaging.ce.OutgoingCloudEventMetadata;
import io.smallrye.reactive.messaging.kafka.api.OutgoingKafkaRecordMetadata;
import jakarta.enterprise.context.ApplicationScoped;
import java.time.Duration;
import java.util.UUID;
import org.apache.kafka.common.KafkaException;
import org.eclipse.microprofile.config.inject.ConfigProperty;
import org.eclipse.microprofile.reactive.messaging.Message;
import org.jboss.logging.MDC;

/** Publishes events that are kept until the broker has acknowledged them. */
@ApplicationScoped
public class AcknowledgedEvents {

    private final ObjectMapper json;
    private final Duration deadline;

    public AcknowledgedEvents(
            ObjectMapper json, @ConfigProperty(name = "carryon.contacts.ack-deadline") Duration deadline) {
        this.json = json;
        this.deadline = deadline;
    }

    /**
     * Returns once the broker has the event; throws {@link NotAcknowledged} when it does not take it within {@code
     * carryon.contacts.ack-deadline}.
     *
     * @param contactId the event's key, and its correlation where the thread has none
     * @param eventId the event's {@code ce_id}, the same whenever it is published
     */
    public void publish(MutinyEmitter<byte[]> topic, UUID contactId, UUID eventId, Object event) {
        var correlation = MDC.get(CorrelationFilter.LOG_KEY) instanceof String given ? given : contactId.toString();
        try {
            topic.sendMessage(Message.of(json.writeValueAsBytes(event))
                            .addMetadata(OutgoingKafkaRecordMetadata.<String>builder()
                                    .withKey(contactId.toString())
                                    .build())
                            .addMetadata(OutgoingCloudEventMetadata.builder()
                                    .withId(eventId.toString())
                                    .withExtension("correlationid", correlation)
                                    .build()))
                    .await()
                    .atMost(deadline);
        } catch (JsonProcessingException e) {
            throw new IllegalStateException("An event of ours can always be written as JSON", e);
        } catch (TimeoutException | KafkaException e) {
            throw new NotAcknowledged(event.getClass().getSimpleName() + " " + eventId, e);
        }
    }
}
