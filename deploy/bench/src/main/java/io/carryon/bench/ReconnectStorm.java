package io.carryon.bench;

import java.time.Duration;
import java.util.List;
import java.util.Random;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.TimeoutException;
import java.util.concurrent.atomic.AtomicInteger;

/** All browsers lose the network at once and come back at any moment of some seconds, as those do that wait by chance. */
final class ReconnectStorm {

    private static final Duration LONGEST = Duration.ofSeconds(30);
    private static final int TRIES = 20;

    private final int overSeconds;
    private final AtomicInteger failedTries = new AtomicInteger();
    private final AtomicInteger lost = new AtomicInteger();
    private final Latencies times = new Latencies();

    ReconnectStorm(int overSeconds) {
        this.overSeconds = overSeconds;
    }

    /** Whether all are back within half a minute of the cut. */
    boolean strike(List<ChatVisitor> visitors) throws InterruptedException {
        var random = new Random(1);
        var waits = visitors.stream()
                .map(visitor -> Duration.ofMillis(random.nextInt(overSeconds * 1_000)))
                .toList();
        var start = System.nanoTime();
        visitors.forEach(ChatVisitor::cut);
        var threads = new Thread[visitors.size()];
        for (var number = 0; number < threads.length; number++) {
            var visitor = visitors.get(number);
            var wait = waits.get(number);
            threads[number] = Thread.ofVirtual().start(() -> comeBack(visitor, wait));
        }
        for (var thread : threads) {
            thread.join();
        }
        var took = Duration.ofNanos(System.nanoTime() - start);
        System.out.printf(
                "%d chats cut off, back over %d s: all after %.1f s, each after %s; failed tries %d, lost %d%n",
                visitors.size(), overSeconds, took.toMillis() / 1e3, times, failedTries.get(), lost.get());
        return lost.get() == 0 && took.compareTo(LONGEST) < 0;
    }

    private void comeBack(ChatVisitor visitor, Duration wait) {
        try {
            Thread.sleep(wait);
            var start = System.nanoTime();
            for (var tries = 0; tries < TRIES; tries++) {
                if (isBack(visitor)) {
                    times.add(Duration.ofNanos(System.nanoTime() - start));
                    return;
                }
                Backoff.afterRefusal();
            }
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
        }
        lost.incrementAndGet();
    }

    private boolean isBack(ChatVisitor visitor) throws InterruptedException {
        try {
            visitor.connect();
            return true;
        } catch (ExecutionException | TimeoutException e) {
            failedTries.incrementAndGet();
            return false;
        }
    }
}
