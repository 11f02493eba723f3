package io.carryon.ticketing.operations;

import io.smallrye.config.ConfigMapping;
import io.smallrye.config.WithDefault;
import java.util.UUID;

/** Where people find the profile service. */
@ConfigMapping(prefix = "carryon.profile")
public interface ProfileConfig {

    /** Base of the links to customers, as a browser outside reaches it. */
    @WithDefault("http://localhost:8081")
    String publicUrl();

    default String timelineOf(UUID customerId) {
        return publicUrl().replaceAll("/+$", "") + "/v1/customers/" + customerId + "/timeline";
    }
}
