package io.carryon.gateway.recognition;

import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.databind.ObjectMapper;
import io.carryon.gateway.operations.CorrelationFilter;
import io.smallrye.mutiny.TimeoutException;
import io.smallrye.reactive.messaging.MutinyEmitter;
import io.smallrye.reactive.messaging.ce.OutgoingCloudEventMetadata;
import io.smallrye.reactive.messaging.kafka.api.OutgoingKafkaRecordMetadata;
import jakarta.enterprise.context.ApplicationScoped;
import java.time.Duration;
import org.apache.kafka.common.KafkaException;
import org.eclipse.microprofile.config.inject.ConfigProperty;
import org.eclipse.microprofile.reactive.messaging.Channel;
import org.eclipse.microprofile.reactive.messaging.Message;
import org.jboss.logging.MDC;

/** Puts a customer's answer on {@code recognition.answered} and waits for the broker's acknowledgement. */
@ApplicationScoped
class AnswerPublisher implements AnswerOutlet {

    private final MutinyEmitter<byte[]> events;
    private final ObjectMapper json;
    private final Duration deadline;

    AnswerPublisher(
            @Channel("recognition-answered") MutinyEmitter<byte[]> events,
            ObjectMapper json,
            @ConfigProperty(name = "carryon.contacts.ack-deadline") Duration deadline) {
        this.events = events;
        this.json = json;
        this.deadline = deadline;
    }

    @Override
    public void publish(RecognitionAnswered answer) {
        var correlation = MDC.get(CorrelationFilter.LOG_KEY) instanceof String given
                ? given
                : answer.contactId().toString();
        try {
            events.sendMessage(Message.of(json.writeValueAsBytes(answer))
                            .addMetadata(OutgoingKafkaRecordMetadata.<String>builder()
                                    .withKey(answer.contactId().toString())
                                    .build())
                            .addMetadata(OutgoingCloudEventMetadata.builder()
                                    .withId(answer.answerId().toString())
                                    .withExtension("correlationid", correlation)
                                    .build()))
                    .await()
                    .atMost(deadline);
        } catch (JsonProcessingException e) {
            throw new IllegalStateException("An answer can always be written as JSON", e);
        } catch (TimeoutException | KafkaException e) {
            throw new AnswerNotPublished(answer, e);
        }
    }
}
