package io.carryon.ticketing.intake;

import io.carryon.ticketing.inbox.EventDoor;
import io.smallrye.common.annotation.Blocking;
import jakarta.enterprise.context.ApplicationScoped;
import org.apache.kafka.clients.consumer.ConsumerRecord;
import org.eclipse.microprofile.reactive.messaging.Incoming;

/** Brings channels' reports to the replies they are about. */
@ApplicationScoped
class DeliveryOutcomeConsumer {

    static final String TYPE = "io.carryon.delivery.outcome.v1";

    private final EventDoor door;
    private final DeliveryIntake intake;

    DeliveryOutcomeConsumer(EventDoor door, DeliveryIntake intake) {
        this.door = door;
        this.intake = intake;
    }

    @Incoming("delivery-outcome")
    @Blocking
    void consume(ConsumerRecord<String, byte[]> record) {
        door.handle(record, TYPE, DeliveryOutcome.class, event -> intake.take(event.eventId(), event.data()));
    }
}
