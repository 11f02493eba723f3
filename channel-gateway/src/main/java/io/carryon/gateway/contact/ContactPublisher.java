package io.carryon.gateway.contact;

import com.fasterxml.jackson.databind.ObjectMapper;
import io.smallrye.reactive.messaging.MutinyEmitter;
import io.smallrye.reactive.messaging.ce.OutgoingCloudEventMetadata;
import io.smallrye.reactive.messaging.kafka.api.OutgoingKafkaRecordMetadata;
import jakarta.enterprise.context.ApplicationScoped;
import java.time.Duration;
import org.apache.kafka.common.errors.RecordTooLargeException;
import org.apache.kafka.common.errors.SerializationException;
import org.eclipse.microprofile.config.inject.ConfigProperty;
import org.eclipse.microprofile.reactive.messaging.Channel;
import org.eclipse.microprofile.reactive.messaging.Message;
import org.eclipse.microprofile.reactive.messaging.OnOverflow;

/** Puts a contact on {@code contact.received} and waits for the broker's acknowledgement. */
@ApplicationScoped
class ContactPublisher {

    private final MutinyEmitter<byte[]> events;
    private final EventPayload payload;
    private final Duration deadline;

    ContactPublisher(
            @Channel("contact-received") @OnOverflow(value = OnOverflow.Strategy.BUFFER, bufferSize = 2048)
                    MutinyEmitter<byte[]> events,
            ObjectMapper json,
            @ConfigProperty(name = "carryon.contacts.ack-deadline") Duration deadline) {
        this.events = events;
        this.payload = new EventPayload(json);
        this.deadline = deadline;
    }

    /**
     * Returns after the broker's acknowledgement; throws {@link ContactNotAccepted} when there is none in time, and {@link
     * ContactRefused} when there will never be one.
     */
    void publish(Contact contact, String correlationId) {
        var message = Message.of(payload.of(contact))
                .addMetadata(OutgoingKafkaRecordMetadata.<String>builder()
                        .withKey(contact.sender().handles().getFirst().key())
                        .build())
                .addMetadata(OutgoingCloudEventMetadata.builder()
                        .withId(contact.entryId().toString())
                        .withExtension("correlationid", correlationId)
                        .build());
        try {
            events.sendMessage(message).await().atMost(deadline);
        } catch (RuntimeException e) {
            if (isRefusal(e)) {
                throw new ContactRefused("The broker will never take contact " + contact.entryId(), e);
            }
            // Whatever else kept the acknowledgement away means the same to the channel.
            throw new ContactNotAccepted("The broker did not acknowledge contact " + contact.entryId(), e);
        }
    }

    private static boolean isRefusal(Throwable failure) {
        for (var e = failure; e != null; e = e.getCause()) {
            if (e instanceof RecordTooLargeException || e instanceof SerializationException) {
                return true;
            }
        }
        return false;
    }
}
