package io.carryon.bench;

import java.time.Duration;

/** How long the benchmarks wait between two tries or two looks. */
final class Backoff {

    private static final Duration REFUSED = Duration.ofMillis(250);
    private static final Duration FIRST_LOOK = Duration.ofMillis(10);
    private static final Duration LATE_LOOK = Duration.ofMillis(250);

    private final long began = System.nanoTime();

    static void afterRefusal() throws InterruptedException {
        Thread.sleep(REFUSED);
    }

    /** A tenth of the time so far, from 10 to 250 ms: exact enough, and who looks for long is no load. */
    void beforeLookingAgain() throws InterruptedException {
        var tenth = Duration.ofNanos(System.nanoTime() - began).dividedBy(10);
        var pause = tenth.compareTo(LATE_LOOK) > 0 ? LATE_LOOK : tenth;
        Thread.sleep(pause.compareTo(FIRST_LOOK) > 0 ? pause : FIRST_LOOK);
    }
}
