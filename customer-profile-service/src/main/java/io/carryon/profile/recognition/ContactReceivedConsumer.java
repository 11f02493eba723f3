package io.carryon.profile.recognition;

import io.carryon.profile.events.PatientHandling;
import io.carryon.profile.events.Payload;
import io.smallrye.reactive.messaging.annotations.Blocking;
import jakarta.enterprise.context.ApplicationScoped;
import org.apache.kafka.clients.consumer.ConsumerRecord;
import org.eclipse.microprofile.reactive.messaging.Incoming;

/** Takes every message of every contact. */
@ApplicationScoped
public class ContactReceivedConsumer {

    private final PatientHandling handling;
    private final Payload payload;
    private final RecognizeContact recognizeContact;

    public ContactReceivedConsumer(PatientHandling handling, Payload payload, RecognizeContact recognizeContact) {
        this.handling = handling;
        this.payload = payload;
        this.recognizeContact = recognizeContact;
    }

    @Incoming("contact-received")
    @Blocking
    public void consume(ConsumerRecord<String, byte[]> event) {
        handling.handle(event, () -> {
            var whole = payload.tree(event);
            recognizeContact.recognize(payload.shape(whole, ContactReceived.class), whole);
        });
    }
}
