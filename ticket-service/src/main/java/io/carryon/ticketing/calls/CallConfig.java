package io.carryon.ticketing.calls;

import io.smallrye.config.ConfigMapping;
import io.smallrye.config.WithDefault;
import java.time.Duration;

/** How long calls count in the queues. */
@ConfigMapping(prefix = "carryon.calls")
public interface CallConfig {

    /** A call whose end was never told is not counted as waiting for longer. */
    @WithDefault("1h")
    Duration longestWait();

    /** How far back answered calls tell how long the next caller may wait. */
    @WithDefault("2h")
    Duration waitsOf();
}
