package io.carryon.bench;

import java.time.Duration;

/** How long the benchmarks wait between two tries or two looks. */
final class Backoff {

    private static final Duration REFUSED = Duration.ofMillis(250);
    private static final Duration FIRST_LOOK = Duration.ofMillis(10);

    private final long began = System.nanoTime();

    static void afterRefusal() throws InterruptedException {
        Thread.sleep(REFUSED);
    }

    /** A tenth of the time so far: exact enough, and who looks for long is no load. */
    void beforeLookingAgain() throws InterruptedException {
        var soFar = Duration.ofNanos(System.nanoTime() - began);
        Thread.sleep(soFar.dividedBy(10).compareTo(FIRST_LOOK) > 0 ? soFar.dividedBy(10) : FIRST_LOOK);
    }
}
