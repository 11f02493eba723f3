package io.carryon.ticketing.intake;

import io.carryon.ticketing.inbox.EventDoor;
import io.smallrye.common.annotation.Blocking;
import jakarta.enterprise.context.ApplicationScoped;
import org.apache.kafka.clients.consumer.ConsumerRecord;
import org.eclipse.microprofile.reactive.messaging.Incoming;

/** Brings recognized contacts to the intake. */
@ApplicationScoped
class ContactRecognizedConsumer {

    static final String TYPE = "io.carryon.contact.recognized.v1";

    private final EventDoor door;
    private final TicketIntake intake;

    ContactRecognizedConsumer(EventDoor door, TicketIntake intake) {
        this.door = door;
        this.intake = intake;
    }

    @Incoming("contact-recognized")
    @Blocking
    void consume(ConsumerRecord<String, byte[]> record) {
        door.handle(record, TYPE, RecognizedContact.class, event -> intake.take(event.eventId(), event.data()));
    }
}
