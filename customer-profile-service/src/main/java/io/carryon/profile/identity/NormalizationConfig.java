package io.carryon.profile.identity;

import io.smallrye.config.ConfigMapping;
import io.smallrye.config.WithDefault;

/** How handles are read where the contact does not say it. */
@ConfigMapping(prefix = "carryon.profile.handles")
public interface NormalizationConfig {

    /** ISO country whose national format a phone number without a region is read in. */
    @WithDefault("DE")
    String defaultRegion();
}
