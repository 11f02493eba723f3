package io.carryon.ticketing.inbox;

import java.time.Duration;

/** Waits like a sleep that ends when the service does. */
@FunctionalInterface
interface StopSignal {

    /** Waits for the duration; true at once when the service stops before it is over. */
    boolean within(Duration pause);
}
