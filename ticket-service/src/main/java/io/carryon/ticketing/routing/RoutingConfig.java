package io.carryon.ticketing.routing;

import io.smallrye.config.ConfigMapping;
import io.smallrye.config.WithDefault;
import java.util.List;

/** The queues of the support centre. */
@ConfigMapping(prefix = "carryon.routing")
public interface RoutingConfig {

    /** Every queue a ticket may be in. */
    @WithDefault("support,billing,technical")
    List<String> queues();

    /** Where a ticket goes when no policy knows better. */
    @WithDefault("support")
    String defaultQueue();
}
