package io.carryon.gateway.article;

import io.carryon.gateway.site.OpenToSites;
import jakarta.enterprise.inject.Produces;
import jakarta.inject.Singleton;

/** Articles are read from the pages of the configured sites. */
final class HelpCors {

    @Produces
    @Singleton
    OpenToSites paths() {
        return new OpenToSites(HelpResource.PATH, HelpResource.SESSION);
    }
}
