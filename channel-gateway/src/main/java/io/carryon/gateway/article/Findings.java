package io.carryon.gateway.article;

import java.util.List;

/**
 * What a search found, all of one language, and by what.
 *
 * @param query what matched, as PostgreSQL writes it; "" when nothing was found
 * @param items the best first
 */
public record Findings(String query, List<FoundArticle> items) {

    static final Findings NONE = new Findings("", List.of());

    boolean isEmpty() {
        return items.isEmpty();
    }
}
