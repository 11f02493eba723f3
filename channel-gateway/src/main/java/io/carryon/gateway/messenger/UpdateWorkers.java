package io.carryon.gateway.messenger;

import io.carryon.gateway.storage.StorageException;
import io.micrometer.core.instrument.MeterRegistry;
import io.quarkus.runtime.ShutdownEvent;
import io.quarkus.runtime.StartupEvent;
import io.quarkus.scheduler.Scheduled;
import io.smallrye.common.annotation.RunOnVirtualThread;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.enterprise.event.Observes;
import java.util.concurrent.Semaphore;
import java.util.concurrent.atomic.AtomicInteger;
import org.jboss.logging.Logger;

/** Works off what providers posted, some conversations at once, as soon as it is there. */
@ApplicationScoped
class UpdateWorkers {

    private static final Logger LOG = Logger.getLogger(UpdateWorkers.class);

    private final UpdateInbox inbox;
    private final UpdateHandling handling;
    private final Semaphore slots;
    private final Semaphore wakes = new Semaphore(0);
    private final AtomicInteger waiting;
    private final Thread thread = Thread.ofVirtual().name("messengers").unstarted(this::work);

    UpdateWorkers(UpdateInbox inbox, UpdateHandling handling, MessengerConfig config, MeterRegistry metrics) {
        this.inbox = inbox;
        this.handling = handling;
        this.slots = new Semaphore(config.parallel());
        this.waiting = metrics.gauge("carryon.messenger.waiting", new AtomicInteger());
    }

    void start(@Observes StartupEvent started) {
        thread.start();
    }

    /** What is being worked on then is worked on again by another process, or by this one when it is back. */
    void stop(@Observes ShutdownEvent stopping) throws InterruptedException {
        thread.interrupt();
        thread.join();
    }

    void wake() {
        wakes.release();
    }

    @Scheduled(every = "{carryon.messenger.poll}", concurrentExecution = Scheduled.ConcurrentExecution.SKIP)
    @RunOnVirtualThread
    void round() {
        try {
            waiting.set(inbox.waiting());
            wake();
        } catch (StorageException e) {
            LOG.warnf("Messengers' updates wait for the database: %s", e.getMessage());
        }
    }

    @Scheduled(every = "1h", delayed = "5m", concurrentExecution = Scheduled.ConcurrentExecution.SKIP)
    @RunOnVirtualThread
    void prune() {
        inbox.prune();
    }

    private void work() {
        try {
            while (!Thread.currentThread().isInterrupted()) {
                wakes.acquire();
                wakes.drainPermits();
                workOffAllThatIsDue();
            }
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
        }
    }

    private void workOffAllThatIsDue() throws InterruptedException {
        var more = true;
        while (more) {
            slots.acquire();
            var update = next();
            more = update != null;
            if (more) {
                Thread.ofVirtual().name("messenger").start(() -> handle(update));
            } else {
                slots.release();
            }
        }
    }

    private Update next() {
        try {
            return inbox.claim().orElse(null);
        } catch (StorageException e) {
            // The round wakes this worker again once the database answers.
            LOG.debugf("No update can be had: %s", e.getMessage());
            return null;
        }
    }

    private void handle(Update update) {
        try {
            handling.handle(update);
        } finally {
            slots.release();
            // The conversation's next may be due now.
            wake();
        }
    }
}
