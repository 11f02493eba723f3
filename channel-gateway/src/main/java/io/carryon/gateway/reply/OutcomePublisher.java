package io.carryon.gateway.reply;

import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.databind.ObjectMapper;
import io.smallrye.reactive.messaging.MutinyEmitter;
import io.smallrye.reactive.messaging.ce.OutgoingCloudEventMetadata;
import io.smallrye.reactive.messaging.kafka.api.OutgoingKafkaRecordMetadata;
import jakarta.enterprise.context.ApplicationScoped;
import java.time.Duration;
import org.eclipse.microprofile.config.inject.ConfigProperty;
import org.eclipse.microprofile.reactive.messaging.Channel;
import org.eclipse.microprofile.reactive.messaging.Message;

/** Puts an outcome on {@code delivery.outcome} and waits for the broker's acknowledgement. */
@ApplicationScoped
class OutcomePublisher implements OutcomeReport.Publisher {

    private final MutinyEmitter<byte[]> events;
    private final ObjectMapper json;
    private final Duration deadline;

    OutcomePublisher(
            @Channel("delivery-outcome") MutinyEmitter<byte[]> events,
            ObjectMapper json,
            @ConfigProperty(name = "carryon.contacts.ack-deadline") Duration deadline) {
        this.events = events;
        this.json = json;
        this.deadline = deadline;
    }

    @Override
    public void publish(DeliveryOutcome outcome, String correlationId) {
        var correlation = correlationId == null ? outcome.replyId().toString() : correlationId;
        var message = Message.of(written(outcome))
                .addMetadata(OutgoingKafkaRecordMetadata.<String>builder()
                        .withKey(outcome.ticketId().toString())
                        .build())
                .addMetadata(OutgoingCloudEventMetadata.builder()
                        .withId(outcome.replyId() + ":" + outcome.outcome())
                        .withExtension("correlationid", correlation)
                        .build());
        try {
            events.sendMessage(message).await().atMost(deadline);
        } catch (RuntimeException e) {
            // Whatever kept the acknowledgement away, the outcome is still to be reported.
            throw new OutcomeNotReported(outcome.replyId(), e);
        }
    }

    private byte[] written(DeliveryOutcome outcome) {
        try {
            return json.writeValueAsBytes(outcome);
        } catch (JsonProcessingException e) {
            throw new IllegalStateException("An outcome can always be written as JSON", e);
        }
    }
}
