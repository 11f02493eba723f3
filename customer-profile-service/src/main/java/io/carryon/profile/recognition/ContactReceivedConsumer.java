package io.carryon.profile.recognition;

import io.carryon.profile.events.BatchHandling;
import io.carryon.profile.events.Payload;
import io.smallrye.reactive.messaging.kafka.KafkaRecordBatch;
import jakarta.enterprise.context.ApplicationScoped;
import java.util.concurrent.CompletionStage;
import org.eclipse.microprofile.reactive.messaging.Incoming;

/** Takes every message of every contact. */
@ApplicationScoped
public class ContactReceivedConsumer {

    private final BatchHandling handling;
    private final Payload payload;
    private final RecognizeContact recognizeContact;

    public ContactReceivedConsumer(BatchHandling handling, Payload payload, RecognizeContact recognizeContact) {
        this.handling = handling;
        this.payload = payload;
        this.recognizeContact = recognizeContact;
    }

    @Incoming("contact-received")
    public CompletionStage<Void> consume(KafkaRecordBatch<String, byte[]> events) {
        return handling.handle(events, event -> {
            var whole = payload.tree(event);
            recognizeContact.recognize(payload.shape(whole, ContactReceived.class), whole);
        });
    }
}
