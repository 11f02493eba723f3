package io.carryon.gateway.phone.course;

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
import org.eclipse.microprofile.reactive.messaging.OnOverflow;
import org.jboss.logging.MDC;

/** Puts what became of a call on {@code call.changed} and waits for the broker's acknowledgement. */
@ApplicationScoped
class CallChangedPublisher {

    private final MutinyEmitter<byte[]> events;
    private final ObjectMapper json;
    private final Duration deadline;

    CallChangedPublisher(
            @Channel("call-changed") @OnOverflow(value = OnOverflow.Strategy.BUFFER, bufferSize = 2048)
                    MutinyEmitter<byte[]> events,
            ObjectMapper json,
            @ConfigProperty(name = "carryon.contacts.ack-deadline") Duration deadline) {
        this.events = events;
        this.json = json;
        this.deadline = deadline;
    }

    /** Returns once the broker has it; false when it does not take it in time. */
    boolean publish(CallChanged change) {
        var correlation = MDC.get(CorrelationFilter.LOG_KEY) instanceof String given
                ? given
                : change.contactId().toString();
        try {
            events.sendMessage(Message.of(json.writeValueAsBytes(change))
                            .addMetadata(OutgoingKafkaRecordMetadata.<String>builder()
                                    .withKey(change.contactId().toString())
                                    .build())
                            .addMetadata(OutgoingCloudEventMetadata.builder()
                                    .withId(change.id().toString())
                                    .withExtension("correlationid", correlation)
                                    .build()))
                    .await()
                    .atMost(deadline);
            return true;
        } catch (JsonProcessingException e) {
            throw new IllegalStateException("A call's change can always be written as JSON", e);
        } catch (TimeoutException | KafkaException e) {
            return false;
        }
    }
}
