package io.carryon.gateway.messenger.whatsapp;

import io.smallrye.config.ConfigMapping;
import io.smallrye.config.WithDefault;
import java.net.URI;
import java.nio.file.Path;
import java.time.Duration;
import java.util.Map;
import java.util.Optional;
import java.util.Set;

/** Numbers at Meta's WhatsApp Cloud API. Without a connection there are none. */
@ConfigMapping(prefix = "carryon.whatsapp")
public interface WhatsappConfig {

    /** By a name of ours. */
    Map<String, Connection> connections();

    /** Where the Graph API is. */
    @WithDefault("https://graph.facebook.com")
    URI baseUrl();

    /** Its version. */
    @WithDefault("v23.0")
    String version();

    /** How long after a customer's message WhatsApp takes what staff write. */
    @WithDefault("24h")
    Duration window();

    /** The hosts that files are fetched from, beside the Graph API's own: they are shown our token. */
    @WithDefault("lookaside.fbsbx.com")
    Set<String> mediaHosts();

    /** One number. */
    interface Connection {

        /** The number's id at Meta, not the number itself. */
        String phoneNumberId();

        /** With it Meta signs what it posts. */
        Optional<String> appSecret();

        Optional<Path> appSecretFile();

        /** What Meta says at the webhook's verification, by our choice. */
        Optional<String> verifyToken();

        Optional<Path> verifyTokenFile();

        /** Ours at the Graph API. */
        Optional<String> accessToken();

        Optional<Path> accessTokenFile();

        Optional<Template> template();
    }

    /** An approved template whose body has one place, {@code {{1}}}: what staff write outside the window goes there. */
    interface Template {

        String name();

        /** As Meta spells it, such as {@code en_US}. */
        @WithDefault("en")
        String language();
    }
}
