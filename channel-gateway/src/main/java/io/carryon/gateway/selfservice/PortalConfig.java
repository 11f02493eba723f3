package io.carryon.gateway.selfservice;

import io.smallrye.config.ConfigMapping;
import io.smallrye.config.WithDefault;

/** What the portal channel needs to know. */
@ConfigMapping(prefix = "carryon.portal")
public interface PortalConfig {

    /** ISO country in whose national format customers write their phone numbers. */
    @WithDefault("DE")
    String region();

    /** How many messages of its customer a request takes after the first. */
    @WithDefault("500")
    int messages();
}
