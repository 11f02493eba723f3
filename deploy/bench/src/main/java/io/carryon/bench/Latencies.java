package io.carryon.bench;

import java.time.Duration;
import java.util.Arrays;
import java.util.concurrent.ConcurrentLinkedQueue;

/** Times of one kind, collected from many threads. */
final class Latencies {

    private final ConcurrentLinkedQueue<Long> nanos = new ConcurrentLinkedQueue<>();

    void add(Duration time) {
        nanos.add(time.toNanos());
    }

    /** What was measured so far does not count. */
    void forget() {
        nanos.clear();
    }

    int count() {
        return nanos.size();
    }

    /** The nearest-rank percentile in milliseconds, 0 when nothing was measured. */
    double percentile(double percent) {
        var sorted = nanos.stream().mapToLong(Long::longValue).toArray();
        if (sorted.length == 0) {
            return 0;
        }
        Arrays.sort(sorted);
        var rank = (int) Math.ceil(percent / 100 * sorted.length);
        return sorted[Math.max(0, rank - 1)] / 1e6;
    }

    @Override
    public String toString() {
        return "p50 %.1f ms, p95 %.1f ms, p99 %.1f ms, max %.1f ms (%d measured)"
                .formatted(percentile(50), percentile(95), percentile(99), percentile(100), count());
    }
}
