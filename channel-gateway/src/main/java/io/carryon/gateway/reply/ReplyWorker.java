package io.carryon.gateway.reply;

import io.carryon.gateway.operations.CorrelationFilter;
import io.carryon.gateway.storage.StorageException;
import java.time.Duration;
import java.util.Optional;
import java.util.Set;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.Semaphore;
import java.util.concurrent.TimeUnit;
import java.util.function.Consumer;
import java.util.function.Supplier;
import org.jboss.logging.Logger;
import org.jboss.logging.MDC;

/** Sends the replies of one channel, some at once, as soon as it is woken; no other channel notices when it is stuck. */
final class ReplyWorker {

    private static final Logger LOG = Logger.getLogger(ReplyWorker.class);

    private final Supplier<Optional<ReplyClaim>> queue;
    private final Consumer<ReplyClaim> attempt;
    private final int parallel;
    private final Semaphore slots;
    private final Semaphore wakes = new Semaphore(0);
    private final Set<String> held = ConcurrentHashMap.newKeySet();
    private final Thread thread;

    ReplyWorker(String name, Supplier<Optional<ReplyClaim>> queue, Consumer<ReplyClaim> attempt, int parallel) {
        this.queue = queue;
        this.attempt = attempt;
        this.parallel = parallel;
        this.slots = new Semaphore(parallel);
        this.thread = Thread.ofVirtual().name("replies-" + name).unstarted(this::work);
    }

    void start() {
        thread.start();
    }

    /** There may be something to do; it is looked for at once, or as soon as the present look is over. */
    void wake() {
        wakes.release();
    }

    /** The tokens of the claims being sent. */
    Set<String> held() {
        return Set.copyOf(held);
    }

    /** Claims no more. */
    void stop() throws InterruptedException {
        thread.interrupt();
        thread.join();
    }

    /** False when what is being sent did not end in time. */
    boolean awaitSent(Duration within) throws InterruptedException {
        return slots.tryAcquire(parallel, within.toMillis(), TimeUnit.MILLISECONDS);
    }

    private void work() {
        try {
            while (!Thread.currentThread().isInterrupted()) {
                wakes.acquire();
                wakes.drainPermits();
                sendAllThatIsDue();
            }
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
        }
    }

    private void sendAllThatIsDue() throws InterruptedException {
        var more = true;
        while (more && !Thread.currentThread().isInterrupted()) {
            slots.acquire();
            var claim = next();
            more = claim.isPresent();
            if (more) {
                held.add(claim.get().token());
                Thread.ofVirtual().start(() -> send(claim.get()));
            } else {
                slots.release();
            }
        }
    }

    private Optional<ReplyClaim> next() {
        try {
            return queue.get();
        } catch (StorageException e) {
            // The round wakes this worker again once the database answers.
            LOG.debugf("No reply can be claimed: %s", e.getMessage());
        } catch (RuntimeException | Error e) {
            // Nothing may end this thread, not even a heap that is full for a moment: the channel would send no more.
            LOG.error("No reply can be claimed", e);
        }
        return Optional.empty();
    }

    private void send(ReplyClaim claim) {
        if (claim.correlationId() != null) {
            MDC.put(CorrelationFilter.LOG_KEY, claim.correlationId());
        }
        try {
            attempt.accept(claim);
        } catch (RuntimeException e) {
            // Only this reply waits, until its claim runs out and it is looked at again.
            LOG.errorf(e, "What became of reply %s could not be written", claim.replyId());
        } finally {
            MDC.remove(CorrelationFilter.LOG_KEY);
            held.remove(claim.token());
            slots.release();
            // The ticket's next reply may be due now.
            wake();
        }
    }
}
