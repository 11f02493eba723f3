package io.carryon.ticketing.promises;

import io.smallrye.config.ConfigMapping;
import io.smallrye.config.WithDefault;
import java.time.Duration;

/** When staff are reminded of what customers were promised. */
@ConfigMapping(prefix = "carryon.promises")
public interface PromiseConfig {

    /** How long before a promise is due; for one that was made shortly before, in the last quarter of its time. */
    @WithDefault("1h")
    Duration remindBefore();
}
