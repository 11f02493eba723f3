package io.carryon.ticketing.problem;

import java.time.Instant;
import java.util.Optional;

/** The times this service works with. */
public final class Times {

    private static final Instant FIRST = Instant.EPOCH;
    private static final Instant LAST = Instant.parse("9999-12-31T23:59:59.999999Z");

    private Times() {}

    /** The time when it is of the years 1970 to 9999: the database holds not every Instant, and nobody means others. */
    public static Optional<Instant> storable(Instant time) {
        return Optional.of(time).filter(given -> !given.isBefore(FIRST) && !given.isAfter(LAST));
    }
}
