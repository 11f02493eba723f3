package io.carryon.bench;

import java.util.concurrent.Executors;
import java.util.concurrent.Semaphore;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.atomic.AtomicInteger;
import java.util.function.IntPredicate;

/** Starts work at a steady rate whether or not earlier work is done, as customers do. */
final class Arrivals {

    /** One arrival; its number counts from 0. */
    interface Arrival {
        void happen(int number) throws Exception;
    }

    /** Fewer than the gateway lets in at once (64); more would measure how it refuses. */
    private static final int MOST_AT_ONCE = 48;

    private Arrivals() {}

    /**
     * Arrivals come for as long as {@code more} says so of their number; returns when the last is done.
     *
     * @return how many arrivals failed; each is reported
     */
    static int at(int perSecond, IntPredicate more, Arrival arrival) throws InterruptedException {
        var failed = new AtomicInteger();
        var room = new Semaphore(MOST_AT_ONCE);
        try (var threads = Executors.newVirtualThreadPerTaskExecutor()) {
            var start = System.nanoTime();
            for (var i = 0; more.test(i); i++) {
                var number = i;
                TimeUnit.NANOSECONDS.sleep(start + i * 1_000_000_000L / perSecond - System.nanoTime());
                room.acquire();
                threads.execute(() -> {
                    try {
                        arrival.happen(number);
                    } catch (Exception e) {
                        // Each arrival is a trial of its own: it is counted, and the others go on.
                        failed.incrementAndGet();
                        System.err.println("contact " + number + " failed: " + e);
                    } finally {
                        room.release();
                    }
                });
            }
        }
        return failed.get();
    }
}
