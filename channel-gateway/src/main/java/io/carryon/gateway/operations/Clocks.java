package io.carryon.gateway.operations;

import jakarta.enterprise.inject.Produces;
import jakarta.inject.Singleton;
import java.time.Clock;
import java.time.ZoneOffset;

/**
 * The clock everything reads, in UTC; tests may put another in its place. It ticks in milliseconds, which every store
 * keeps, so that a repeat can be answered exactly what the first call was.
 */
public class Clocks {

    @Produces
    @Singleton
    public Clock utc() {
        return Clock.tickMillis(ZoneOffset.UTC);
    }
}
