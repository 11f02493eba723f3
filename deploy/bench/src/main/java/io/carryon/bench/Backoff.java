package io.carryon.bench;

import java.time.Duration;

/** How long the benchmarks wait between two tries or two looks. */
final class Backoff {

    private static final Duration REFUSED = Duration.ofMillis(250);
    private static final Duration NOT_YET_VISIBLE = Duration.ofMillis(10);

    private Backoff() {}

    static void afterRefusal() throws InterruptedException {
        Thread.sleep(REFUSED);
    }

    static void beforeLookingAgain() throws InterruptedException {
        Thread.sleep(NOT_YET_VISIBLE);
    }
}
