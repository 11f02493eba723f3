package io.carryon.profile.events;

import io.quarkus.runtime.ShutdownEvent;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.enterprise.event.Observes;
import java.time.Duration;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.TimeUnit;

/** Whether the service is being stopped; what waits between tries wakes up at once. */
@ApplicationScoped
public class Stopping {

    private final CountDownLatch begun = new CountDownLatch(1);

    void begin(@Observes ShutdownEvent event) {
        begun.countDown();
    }

    boolean hasBegun() {
        return begun.getCount() == 0;
    }

    /** Waits for the pause; true when the service began to stop meanwhile. */
    public boolean beginsWithin(Duration pause) {
        try {
            return begun.await(pause.toMillis(), TimeUnit.MILLISECONDS);
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
            return true;
        }
    }
}
