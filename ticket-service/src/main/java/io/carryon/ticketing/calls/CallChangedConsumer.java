package io.carryon.ticketing.calls;

import io.carryon.ticketing.inbox.EventDoor;
import io.smallrye.reactive.messaging.annotations.Blocking;
import jakarta.enterprise.context.ApplicationScoped;
import java.util.concurrent.CompletionStage;
import org.apache.kafka.clients.consumer.ConsumerRecords;
import org.eclipse.microprofile.reactive.messaging.Incoming;

/** Brings what the phone tells to the calls it is about. */
@ApplicationScoped
class CallChangedConsumer {

    private static final EventDoor.Kind<CallChanged> KIND =
            new EventDoor.Kind<>("io.carryon.call.changed.v1", CallChanged.class);

    private final EventDoor door;
    private final CallIntake intake;

    CallChangedConsumer(EventDoor door, CallIntake intake) {
        this.door = door;
        this.intake = intake;
    }

    @Incoming("call-changed")
    @Blocking
    CompletionStage<Void> consume(ConsumerRecords<byte[], byte[]> batch) {
        return door.handle(batch, KIND, intake::take);
    }
}
