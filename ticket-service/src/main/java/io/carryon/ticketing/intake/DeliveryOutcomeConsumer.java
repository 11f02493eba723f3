package io.carryon.ticketing.intake;

import io.carryon.ticketing.inbox.EventDoor;
import io.smallrye.reactive.messaging.annotations.Blocking;
import jakarta.enterprise.context.ApplicationScoped;
import java.util.concurrent.CompletionStage;
import org.apache.kafka.clients.consumer.ConsumerRecords;
import org.eclipse.microprofile.reactive.messaging.Incoming;

/** Brings channels' reports to the replies they are about. */
@ApplicationScoped
class DeliveryOutcomeConsumer {

    private static final EventDoor.Kind<DeliveryOutcome> KIND =
            new EventDoor.Kind<>("io.carryon.delivery.outcome.v1", DeliveryOutcome.class);

    private final EventDoor door;
    private final DeliveryIntake intake;

    DeliveryOutcomeConsumer(EventDoor door, DeliveryIntake intake) {
        this.door = door;
        this.intake = intake;
    }

    @Incoming("delivery-outcome")
    @Blocking
    CompletionStage<Void> consume(ConsumerRecords<byte[], byte[]> batch) {
        return door.handle(batch, KIND, intake::take);
    }
}
