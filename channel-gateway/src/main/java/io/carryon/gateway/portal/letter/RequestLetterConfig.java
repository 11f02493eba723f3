package io.carryon.gateway.portal.letter;

import io.smallrye.config.ConfigMapping;
import io.smallrye.config.WithDefault;
import java.time.Duration;

/** When the answer to a request goes by e-mail as well. */
@ConfigMapping(prefix = "carryon.request-letters")
public interface RequestLetterConfig {

    /** How long an answer may stay unseen where the customer may have the request open. */
    @WithDefault("2m")
    Duration unseenFor();

    /** How long after they looked at it a customer may have a request open; to all others an answer goes at once. */
    @WithDefault("15m")
    Duration openFor();
}
