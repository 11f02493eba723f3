package io.carryon.ticketing.customers;

import io.carryon.ticketing.inbox.EventDoor;
import io.smallrye.reactive.messaging.annotations.Blocking;
import jakarta.enterprise.context.ApplicationScoped;
import java.util.concurrent.CompletionStage;
import org.apache.kafka.clients.consumer.ConsumerRecords;
import org.eclipse.microprofile.reactive.messaging.Incoming;

/** Brings merges, their undoing and erasures of customers to their tickets. */
@ApplicationScoped
class CustomerChangedConsumer {

    private static final EventDoor.Kind<CustomerChanged> KIND =
            new EventDoor.Kind<>("io.carryon.customer.changed.v1", CustomerChanged.class);

    private final EventDoor door;
    private final CustomerIntake intake;

    CustomerChangedConsumer(EventDoor door, CustomerIntake intake) {
        this.door = door;
        this.intake = intake;
    }

    @Incoming("customer-changed")
    @Blocking
    CompletionStage<Void> consume(ConsumerRecords<byte[], byte[]> batch) {
        return door.handle(batch, KIND, intake::take);
    }
}
