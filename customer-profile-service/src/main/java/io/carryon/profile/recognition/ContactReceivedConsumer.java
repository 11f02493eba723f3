package io.carryon.profile.recognition;

import io.carryon.profile.events.BatchHandling;
import io.carryon.profile.events.EventLine;
import io.carryon.profile.events.Payload;
import io.smallrye.reactive.messaging.kafka.KafkaRecordBatch;
import jakarta.enterprise.context.ApplicationScoped;
import java.util.concurrent.CompletionStage;
import org.eclipse.microprofile.reactive.messaging.Incoming;

/** Takes every message of every contact. */
@ApplicationScoped
public class ContactReceivedConsumer {

    private final EventLine line;

    public ContactReceivedConsumer(BatchHandling handling, Payload payload, RecognizeContact recognizeContact) {
        this.line = handling.line("contact-received", event -> {
            var whole = payload.tree(event);
            recognizeContact.recognize(payload.shape(whole, ContactReceived.class), whole);
        });
    }

    @Incoming("contact-received")
    public CompletionStage<Void> consume(KafkaRecordBatch<String, byte[]> events) {
        return line.take(events);
    }
}
