package io.carryon.gateway.site;

import java.util.List;
import java.util.Map;
import java.util.Optional;

/**
 * A web site that offers what is open to the world.
 *
 * @param key public, as its pages name it
 * @param origins exactly those whose pages may embed the widget
 * @param color as {@code #rrggbb}
 * @param languages of those there are, the first for who speaks none of them
 * @param secret signs who the site's visitor is
 * @param topics what its visitors can choose that a chat is about, by name: their words by language
 * @param articlePage where an article is on the site, with {@code {id}} for which
 */
public record Site(
        String name,
        String key,
        List<String> origins,
        String title,
        String color,
        List<String> languages,
        Optional<String> secret,
        Map<String, Map<String, String>> topics,
        Optional<String> articlePage) {

    static final String CLIENT = "site:";

    /** As whom it opens chats: their client, which no server's is. */
    public String client() {
        return CLIENT + name;
    }

    /** Whether pages of this origin are the site's. */
    public boolean has(String origin) {
        return origin != null && origins.contains(origin);
    }

    @Override
    public String toString() {
        return "Site " + name;
    }
}
