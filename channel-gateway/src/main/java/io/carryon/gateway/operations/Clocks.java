package io.carryon.gateway.operations;

import jakarta.enterprise.inject.Produces;
import jakarta.inject.Singleton;
import java.time.Clock;

/** The clock everything reads, in UTC; tests may put another in its place. */
public class Clocks {

    @Produces
    @Singleton
    public Clock utc() {
        return Clock.systemUTC();
    }
}
