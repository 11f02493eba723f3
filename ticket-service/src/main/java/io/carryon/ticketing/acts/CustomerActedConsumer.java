package io.carryon.ticketing.acts;

import io.carryon.ticketing.inbox.EventDoor;
import io.smallrye.reactive.messaging.annotations.Blocking;
import jakarta.enterprise.context.ApplicationScoped;
import java.util.concurrent.CompletionStage;
import org.apache.kafka.clients.consumer.ConsumerRecords;
import org.eclipse.microprofile.reactive.messaging.Incoming;

/** Brings what customers did to the tickets it is about. */
@ApplicationScoped
class CustomerActedConsumer {

    private static final EventDoor.Kind<CustomerActed> KIND =
            new EventDoor.Kind<>("io.carryon.customer.acted.v1", CustomerActed.class);

    private final EventDoor door;
    private final ActIntake intake;

    CustomerActedConsumer(EventDoor door, ActIntake intake) {
        this.door = door;
        this.intake = intake;
    }

    @Incoming("customer-acted")
    @Blocking
    CompletionStage<Void> consume(ConsumerRecords<byte[], byte[]> batch) {
        return door.handle(batch, KIND, intake::take);
    }
}
