package io.carryon.ticketing.webhooks;

import java.time.Duration;
import java.util.List;
import java.util.Optional;
import java.util.function.DoubleSupplier;

/**
 * When a delivery is tried again. A tenth more or less of each pause, at random, so that what failed together does not
 * come back together.
 *
 * @param chance from 0 to 1
 */
record RetryPlan(List<Duration> pauses, DoubleSupplier chance) {

    private static final double SPREAD = 0.2;

    /** How long to wait after so many attempts; empty when they were enough. */
    Optional<Duration> after(int attempts) {
        if (attempts > pauses.size()) {
            return Optional.empty();
        }
        var factor = 1 - SPREAD / 2 + SPREAD * chance.getAsDouble();
        return Optional.of(Duration.ofMillis((long) (pauses.get(attempts - 1).toMillis() * factor)));
    }
}
