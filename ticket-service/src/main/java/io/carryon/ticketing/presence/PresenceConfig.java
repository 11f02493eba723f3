package io.carryon.ticketing.presence;

import io.smallrye.config.ConfigMapping;
import io.smallrye.config.WithDefault;
import java.time.Duration;

/** How long it holds that somebody is on a ticket. */
@ConfigMapping(prefix = "carryon.presence")
public interface PresenceConfig {

    /** Who has not said so again by then has gone. */
    @WithDefault("30s")
    Duration expires();
}
