package io.carryon.gateway.contact;

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
import org.eclipse.microprofile.reactive.messaging.OnOverflow;

/** Puts a contact on {@code contact.received} and waits for the broker's acknowledgement. */
@ApplicationScoped
class ContactPublisher {

    /** A broker takes 1 MiB by default; headers and the record's own fields need some of it. */
    private static final int EVENT_LIMIT = 950_000;

    private final MutinyEmitter<byte[]> events;
    private final ObjectMapper json;
    private final Duration deadline;

    ContactPublisher(
            @Channel("contact-received") @OnOverflow(value = OnOverflow.Strategy.BUFFER, bufferSize = 2048)
                    MutinyEmitter<byte[]> events,
            ObjectMapper json,
            @ConfigProperty(name = "carryon.contacts.ack-deadline") Duration deadline) {
        this.events = events;
        this.json = json;
        this.deadline = deadline;
    }

    /** Returns after the broker's acknowledgement; throws {@link ContactNotAccepted} when there is none in time. */
    void publish(Contact contact, String correlationId) {
        var message = Message.of(payload(contact))
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
            // Whatever kept the acknowledgement away, a timeout or a refusal, means the same to the channel.
            throw new ContactNotAccepted("The broker did not acknowledge contact " + contact.entryId(), e);
        }
    }

    private byte[] payload(Contact contact) {
        try {
            var whole = json.writeValueAsBytes(contact);
            return whole.length <= EVENT_LIMIT ? whole : json.writeValueAsBytes(contact.reduced());
        } catch (JsonProcessingException e) {
            throw new IllegalStateException("A contact can always be written as JSON", e);
        }
    }
}
