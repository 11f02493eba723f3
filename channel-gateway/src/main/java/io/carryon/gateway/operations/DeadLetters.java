package io.carryon.gateway.operations;

import io.smallrye.mutiny.Uni;
import java.time.Duration;
import org.eclipse.microprofile.reactive.messaging.Message;

/** Where events go that can never be taken. */
public final class DeadLetters {

    private DeadLetters() {}

    /** Returns once the event is among its channel's dead letters, with the reason; waits for a broker that is away. */
    public static void bury(Message<?> event, Exception reason) {
        Uni.createFrom()
                .completionStage(() -> event.nack(reason))
                .onFailure()
                .retry()
                .withBackOff(Duration.ofMillis(200), Duration.ofSeconds(5))
                .indefinitely()
                .await()
                .indefinitely();
    }
}
