package io.carryon.ticketing.limits;

import io.smallrye.config.ConfigMapping;
import io.smallrye.config.WithDefault;
import java.time.Duration;

/** How much one caller may ask. */
@ConfigMapping(prefix = "carryon.limits")
public interface LimitConfig {

    /** Requests of one token's subject within a window, in this process; 0 is without a limit. */
    @WithDefault("30000")
    int requests();

    /** The length of a window. */
    @WithDefault("60s")
    Duration window();
}
