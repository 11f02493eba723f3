package io.carryon.gateway.operations;

import java.time.Duration;
import java.util.UUID;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.locks.Lock;
import java.util.concurrent.locks.ReentrantLock;
import java.util.function.BooleanSupplier;
import java.util.stream.Stream;

/** Lets one thread of this process at a time work on a thing, so that what is owed of it is published in order. */
public final class Turns {

    /** Who waits longer for a turn leaves the work to the job. */
    private static final Duration PATIENCE = Duration.ofSeconds(1);

    private final Lock[] locks = Stream.generate(ReentrantLock::new).limit(256).toArray(Lock[]::new);

    /** What the work answers; false when no turn came in time or the thread was interrupted. */
    public boolean take(UUID id, BooleanSupplier work) {
        var turn = locks[Math.floorMod(id.hashCode(), locks.length)];
        try {
            if (!turn.tryLock(PATIENCE.toMillis(), TimeUnit.MILLISECONDS)) {
                return false;
            }
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
            return false;
        }
        try {
            return work.getAsBoolean();
        } finally {
            turn.unlock();
        }
    }
}
