package io.carryon.gateway.trail;

import io.smallrye.config.ConfigMapping;
import io.smallrye.config.WithDefault;
import java.time.Duration;

/** What is remembered of a browser that helps itself. */
@ConfigMapping(prefix = "carryon.self-service")
public interface TrailConfig {

    /** How long what was searched and read is kept for the contact that may follow. */
    @WithDefault("24h")
    Duration remembered();

    /** The most searches, and the most articles, remembered of one session. */
    @WithDefault("100")
    int steps();
}
