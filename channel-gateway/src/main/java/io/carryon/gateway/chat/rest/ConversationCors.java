package io.carryon.gateway.chat.rest;

import io.carryon.gateway.site.OpenToSites;
import jakarta.enterprise.inject.Produces;
import jakarta.inject.Singleton;

/** A chat goes on from the pages of the configured sites. */
final class ConversationCors {

    @Produces
    @Singleton
    OpenToSites paths() {
        return new OpenToSites(ConversationResource.PATH, ChatDoor.HEADER);
    }
}
