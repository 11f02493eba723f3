package io.carryon.ticketing.webhooks;

import io.smallrye.config.ConfigMapping;
import io.smallrye.config.WithDefault;
import java.time.Duration;
import java.util.List;

/** How receivers are told. */
@ConfigMapping(prefix = "carryon.webhooks")
public interface WebhookConfig {

    /** Whether receivers may be in private networks and on this machine, the latter without https as well. */
    @WithDefault("false")
    boolean privateNetworks();

    /** How long a receiver may take for its whole answer, the look-up of its name included. */
    @WithDefault("15s")
    Duration timeout();

    /** The pauses between the attempts of a delivery, as Standard Webhooks proposes them; after the last it is given up. */
    @WithDefault("5s,5m,30m,2h,5h,10h,14h,20h,24h")
    List<Duration> retries();

    /** A receiver that took nothing for so long is disabled. */
    @WithDefault("5D")
    Duration disableAfter();

    /** How long the former secret signs beside a new one. */
    @WithDefault("24h")
    Duration rotation();

    /** How long deliveries are shown that are settled. */
    @WithDefault("30D")
    Duration keep();
}
