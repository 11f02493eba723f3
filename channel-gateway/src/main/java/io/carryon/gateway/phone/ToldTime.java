package io.carryon.gateway.phone;

import jakarta.enterprise.context.ApplicationScoped;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.time.temporal.ChronoUnit;

/** When something happened in a call, as far as the one who tells it can be believed. */
@ApplicationScoped
public class ToldTime {

    private static final Duration LATE_REPORT = Duration.ofDays(7);
    private static final Duration CLOCKS_APART = Duration.ofMinutes(5);

    private final Clock clock;

    public ToldTime(Clock clock) {
        this.clock = clock;
    }

    /**
     * To the millisecond, which every store keeps, and never further from now than a wrong clock or a late report
     * explains: 7 days back, 5 minutes ahead. Now when nothing was told.
     */
    public Instant orNow(Instant told) {
        var now = clock.instant();
        if (told == null) {
            return now;
        }
        var earliest = now.minus(LATE_REPORT);
        var latest = now.plus(CLOCKS_APART);
        var bounded = told.isBefore(earliest) ? earliest : told.isAfter(latest) ? latest : told;
        return bounded.truncatedTo(ChronoUnit.MILLIS);
    }
}
