package io.carryon.ticketing.inbox;

import io.quarkus.runtime.ShutdownEvent;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.enterprise.event.Observes;
import java.time.Duration;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.TimeUnit;

/** The end of the service as everything that waits for a part sees it. */
@ApplicationScoped
class ServiceStop implements StopSignal {

    private final CountDownLatch stopped = new CountDownLatch(1);

    void stop(@Observes ShutdownEvent event) {
        stopped.countDown();
    }

    @Override
    public boolean within(Duration pause) {
        try {
            return stopped.await(pause.toNanos(), TimeUnit.NANOSECONDS);
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
            return true;
        }
    }
}
