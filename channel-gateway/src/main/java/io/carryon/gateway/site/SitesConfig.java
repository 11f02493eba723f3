package io.carryon.gateway.site;

import io.smallrye.config.ConfigMapping;
import io.smallrye.config.WithDefault;
import io.smallrye.config.WithParentName;
import java.nio.file.Path;
import java.util.List;
import java.util.Map;
import java.util.Optional;

/** The web sites that may offer what is open to the world. */
@ConfigMapping(prefix = "carryon.sites")
public interface SitesConfig {

    /** By a name of the operator's, which is part of what identifies a site's chats for good. */
    @WithParentName
    Map<String, SiteSettings> all();

    /** One site. */
    interface SiteSettings {

        /** Names the site in its pages, so it is no secret: 16 to 64 letters, digits and {@code . _ ~ -}. */
        Optional<String> key();

        /** Where its pages are, such as {@code https://www.example.com}: these and no others may embed the widget. */
        Optional<List<String>> origins();

        /** What stands above the conversation, at most 60 characters. */
        @WithDefault("Support")
        String title();

        /** Its colour as {@code #rrggbb}. */
        @WithDefault("#1f5fd0")
        String color();

        /** What its visitors read, of those there are; the first is taken for who speaks none of them. */
        @WithDefault("en,de,fr,es,pl,ro,lt")
        List<String> languages();

        /** With this the site's server signs who its visitor is; 32 characters at least. */
        Optional<String> secret();

        /** A file with that secret, instead of it. */
        Optional<Path> secretFile();

        /**
         * What its visitors can choose before a chat that it is about: by name, of at most 60 characters, which reports
         * group by, the words by language: in the site's first one at least, and in none that it does not have. Nothing is
         * asked when left out.
         */
        Map<String, Map<String, String>> topics();

        /** Where an article is on a page of its own, {@code {id}} standing for which. */
        Optional<String> articlePage();
    }
}
