package io.carryon.ticketing.intake;

import io.carryon.ticketing.inbox.EventDoor;
import io.smallrye.reactive.messaging.annotations.Blocking;
import jakarta.enterprise.context.ApplicationScoped;
import java.util.concurrent.CompletionStage;
import org.apache.kafka.clients.consumer.ConsumerRecords;
import org.eclipse.microprofile.reactive.messaging.Incoming;

/** Brings recognized contacts to the intake. */
@ApplicationScoped
class ContactRecognizedConsumer {

    private static final EventDoor.Kind<RecognizedContact> KIND =
            new EventDoor.Kind<>("io.carryon.contact.recognized.v1", RecognizedContact.class);

    private final EventDoor door;
    private final TicketIntake intake;

    ContactRecognizedConsumer(EventDoor door, TicketIntake intake) {
        this.door = door;
        this.intake = intake;
    }

    @Incoming("contact-recognized")
    @Blocking
    CompletionStage<Void> consume(ConsumerRecords<byte[], byte[]> batch) {
        return door.handle(batch, KIND, intake::take);
    }
}
