package io.carryon.ticketing.linking;

import io.carryon.ticketing.inbox.EventDoor;
import io.smallrye.reactive.messaging.annotations.Blocking;
import jakarta.enterprise.context.ApplicationScoped;
import java.util.concurrent.CompletionStage;
import org.apache.kafka.clients.consumer.ConsumerRecords;
import org.eclipse.microprofile.reactive.messaging.Incoming;

/** Brings what staff and customers said about contacts to their tickets. */
@ApplicationScoped
class ContactLinkedConsumer {

    private static final EventDoor.Kind<ContactLinked> KIND =
            new EventDoor.Kind<>("io.carryon.contact.linked.v1", ContactLinked.class);

    private final EventDoor door;
    private final LinkIntake intake;

    ContactLinkedConsumer(EventDoor door, LinkIntake intake) {
        this.door = door;
        this.intake = intake;
    }

    @Incoming("contact-linked")
    @Blocking
    CompletionStage<Void> consume(ConsumerRecords<byte[], byte[]> batch) {
        return door.handle(batch, KIND, intake::take);
    }
}
