package io.carryon.gateway.site;

import io.carryon.gateway.door.TokenDoors;
import io.carryon.gateway.door.TopicName;
import io.carryon.gateway.site.SitesConfig.SiteSettings;
import io.quarkus.runtime.Startup;
import jakarta.enterprise.context.ApplicationScoped;
import java.net.URI;
import java.util.Collection;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.TreeSet;
import java.util.regex.Pattern;

/** The configured sites. What is wrong with one stops the start, naming the site and never a secret. */
@Startup
@ApplicationScoped
public class Sites {

    /** The languages everything a customer reads is there in. */
    public static final List<String> LANGUAGES = List.of("en", "de", "fr", "es", "pl", "ro", "lt");

    private static final Pattern NAME = Pattern.compile("[A-Za-z0-9-]{1,40}");
    private static final Pattern KEY = Pattern.compile("[A-Za-z0-9._~-]{16,64}");
    private static final Pattern COLOR = Pattern.compile("#[0-9a-fA-F]{6}");
    private static final int LONGEST_TITLE = 60;
    private static final int SHORTEST_SECRET = 32;

    private final Map<String, Site> byKey = new LinkedHashMap<>();

    public Sites(SitesConfig config) {
        config.all().forEach(this::add);
    }

    /** The site with this public key. */
    public Optional<Site> withKey(String key) {
        return key == null ? Optional.empty() : Optional.ofNullable(byKey.get(key));
    }

    /** Whether a chat's client is a site, be it configured any more or not. */
    public boolean isClient(String client) {
        return client.startsWith(Site.CLIENT);
    }

    /** The site that opens chats as this client. */
    public Optional<Site> ofClient(String client) {
        return byKey.values().stream()
                .filter(site -> site.client().equals(client))
                .findFirst();
    }

    /** Whether pages of this origin are a configured site's. */
    public boolean haveOrigin(String origin) {
        return byKey.values().stream().anyMatch(site -> site.has(origin));
    }

    /** All of them. */
    public Collection<Site> all() {
        return List.copyOf(byKey.values());
    }

    private void add(String name, SiteSettings settings) {
        if (!NAME.matcher(name).matches()) {
            throw wrong(name, "its name must be 1 to 40 letters, digits and -");
        }
        var key = settings.key().orElse("");
        if (!KEY.matcher(key).matches()) {
            throw wrong(name, "it needs a key of 16 to 64 letters, digits and . _ ~ -");
        }
        if (byKey.containsKey(key)) {
            throw wrong(name, "its key is another site's too");
        }
        var origins = settings.origins().orElse(List.of());
        if (origins.isEmpty()) {
            throw wrong(name, "it needs origins, such as https://www.example.com");
        }
        if (settings.title().isBlank() || settings.title().length() > LONGEST_TITLE) {
            throw wrong(name, "its title must be 1 to " + LONGEST_TITLE + " characters");
        }
        if (!COLOR.matcher(settings.color()).matches()) {
            throw wrong(name, "its color must be written as #rrggbb");
        }
        var languages = languages(name, settings.languages());
        byKey.put(
                key,
                new Site(
                        name,
                        key,
                        origins.stream().map(origin -> origin(name, origin)).toList(),
                        settings.title(),
                        settings.color().toLowerCase(Locale.ROOT),
                        languages,
                        secret(name, settings),
                        topics(name, settings.topics(), languages),
                        articlePage(name, settings.articlePage())));
    }

    private static String origin(String name, String written) {
        try {
            var given = URI.create(written.strip());
            var scheme = given.getScheme() == null ? "" : given.getScheme().toLowerCase(Locale.ROOT);
            if (given.getHost() != null && (scheme.equals("https") || scheme.equals("http"))) {
                var standard = given.getPort() == (scheme.equals("https") ? 443 : 80);
                var port = given.getPort() == -1 || standard ? "" : ":" + given.getPort();
                var origin = scheme + "://" + given.getHost().toLowerCase(Locale.ROOT) + port;
                // Anything beyond scheme, host and port would be left out without a word.
                if (given.getRawPath().isEmpty() && given.getRawQuery() == null && given.getRawUserInfo() == null) {
                    return origin;
                }
            }
        } catch (IllegalArgumentException e) {
            // The same sentence as for other texts that are none.
        }
        throw wrong(
                name,
                "%s is no origin; write scheme, host and port only, such as https://www.example.com"
                        .formatted(written));
    }

    private static List<String> languages(String name, List<String> written) {
        var languages = written.stream()
                .map(tag -> tag.strip().toLowerCase(Locale.ROOT))
                .distinct()
                .toList();
        if (languages.isEmpty() || !LANGUAGES.containsAll(languages)) {
            throw wrong(name, "its languages must be some of " + String.join(",", LANGUAGES));
        }
        return languages;
    }

    private static Optional<String> secret(String name, SiteSettings settings) {
        var secret = TokenDoors.secret(settings.secret(), settings.secretFile());
        if (secret.isPresent() && secret.get().length() < SHORTEST_SECRET) {
            throw wrong(name, "its secret must be " + SHORTEST_SECRET + " characters at least");
        }
        return secret;
    }

    private static Map<String, Map<String, String>> topics(
            String name, Map<String, Map<String, String>> topics, List<String> languages) {
        var first = languages.getFirst();
        topics.forEach((topic, words) -> {
            if (topic.isBlank() || topic.length() > TopicName.LENGTH) {
                throw wrong(name, "a topic's name must be 1 to " + TopicName.LENGTH + " characters");
            }
            if (words.getOrDefault(first, "").isBlank()) {
                throw wrong(name, "its topic %s needs words in %s, the site's first language".formatted(topic, first));
            }
            if (!languages.containsAll(words.keySet())) {
                throw wrong(
                        name,
                        "its topic %s has words in %s, but the site's languages are %s"
                                .formatted(
                                        topic,
                                        String.join(",", new TreeSet<>(words.keySet())),
                                        String.join(",", languages)));
            }
        });
        return Map.copyOf(topics);
    }

    private static Optional<String> articlePage(String name, Optional<String> written) {
        written.ifPresent(page -> {
            if (!page.matches("https?://[^\\s\"<>]*\\{id}[^\\s\"<>]*")) {
                throw wrong(
                        name,
                        "its article-page must be a web address with {id} in it, such as"
                                + " https://www.example.com/help/articles/{id}");
            }
        });
        return written;
    }

    private static IllegalStateException wrong(String name, String what) {
        return new IllegalStateException("carryon.sites." + name + ": " + what);
    }
}
