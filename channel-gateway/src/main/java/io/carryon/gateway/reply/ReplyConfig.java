package io.carryon.gateway.reply;

import io.smallrye.config.ConfigMapping;
import io.smallrye.config.WithDefault;
import java.time.Duration;

/** How replies are taken out. */
@ConfigMapping(prefix = "carryon.replies")
public interface ReplyConfig {

    /** After this long, a claim of another run counts as left behind by a crash. */
    @WithDefault("60s")
    Duration claimLease();
}
