package io.carryon.ticketing.limits;

import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.util.concurrent.ConcurrentHashMap;

/**
 * Counts requests by caller, in windows that begin with a caller's first request. In memory, so that it costs next to
 * nothing: of several processes each counts its own, and a restart begins anew. It is there to stop a program that has
 * run wild, and not to sell shares.
 */
final class RateLimit {

    /** Callers that are kept in mind; more than that are looked through for those whose windows are over. */
    private static final int MOST = 10_000;

    /** Where a caller stands. */
    record Standing(int remaining, Duration reset, boolean exceeded) {}

    private record Window(Instant end, int used) {}

    private final int quota;
    private final Duration length;
    private final Clock clock;
    private final ConcurrentHashMap<String, Window> windows = new ConcurrentHashMap<>();

    RateLimit(int quota, Duration length, Clock clock) {
        this.quota = quota;
        this.length = length;
        this.clock = clock;
    }

    /** Counts a request. */
    Standing count(String caller) {
        var now = clock.instant();
        if (windows.size() > MOST) {
            windows.values().removeIf(window -> !now.isBefore(window.end()));
        }
        var window = windows.compute(
                caller,
                (id, before) -> before == null || !now.isBefore(before.end())
                        ? new Window(now.plus(length), 1)
                        : new Window(before.end(), Math.min(before.used(), quota) + 1));
        return new Standing(
                Math.max(0, quota - window.used()), Duration.between(now, window.end()), window.used() > quota);
    }
}
