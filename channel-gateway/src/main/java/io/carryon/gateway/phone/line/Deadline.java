package io.carryon.gateway.phone.line;

import io.carryon.gateway.contact.ContactNotAccepted;
import io.carryon.gateway.operations.CorrelationFilter;
import io.carryon.gateway.problem.ProblemException;
import io.carryon.gateway.storage.StorageException;
import java.time.Duration;
import java.util.Optional;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.Executor;
import java.util.concurrent.Future;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.TimeoutException;
import java.util.function.Supplier;
import org.jboss.logging.Logger;
import org.jboss.logging.MDC;

/** A moment by which the caller is answered. Work that misses it goes on, but nobody waits for it any longer. */
public final class Deadline {

    private static final Logger LOG = Logger.getLogger(Deadline.class);
    static final Executor THREADS = task -> Thread.ofVirtual().start(task);

    private final long end;

    private Deadline(long end) {
        this.end = end;
    }

    /** A moment this far from now. */
    public static Deadline in(Duration duration) {
        return new Deadline(System.nanoTime() + duration.toNanos());
    }

    /** Begins on a thread of its own, under the caller's correlation id. */
    public static <T> CompletableFuture<T> begin(Supplier<T> work) {
        var correlation = MDC.get(CorrelationFilter.LOG_KEY);
        return CompletableFuture.supplyAsync(
                () -> {
                    if (correlation != null) {
                        MDC.put(CorrelationFilter.LOG_KEY, correlation);
                    }
                    return work.get();
                },
                THREADS);
    }

    /** The result if it is there within the duration and before the deadline; empty when what it needs is away. */
    public <T> Optional<T> await(Future<T> work, Duration atMost) {
        var wait = Math.min(atMost.toNanos(), Math.max(0, end - System.nanoTime()));
        try {
            return Optional.ofNullable(work.get(wait, TimeUnit.NANOSECONDS));
        } catch (TimeoutException e) {
            return Optional.empty();
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
            return Optional.empty();
        } catch (ExecutionException e) {
            return away(e.getCause());
        }
    }

    private static <T> Optional<T> away(Throwable cause) {
        switch (cause) {
            case ProblemException refused -> throw refused;
            case StorageException storage
            when storage.isPassing() -> LOG.warnf("No database: %s", storage.getMessage());
            case ContactNotAccepted broker -> LOG.warnf("No broker: %s", broker.getMessage());
            default -> LOG.warn("A step of answering a caller failed", cause);
        }
        return Optional.empty();
    }
}
