package io.carryon.gateway.portal;

import io.carryon.gateway.article.Excerpt;
import io.carryon.gateway.article.FoundArticle;
import io.quarkus.qute.TemplateData;
import java.util.List;

/**
 * What a search found, or what there is to begin with.
 *
 * @param words what was looked for, or ""
 * @param common what helped others; shown where nothing was looked for, or found
 * @param gone whether the reader came for an article that is not there any more
 */
@TemplateData
public record SearchPage(String words, List<Excerpt> found, List<FoundArticle> common, boolean gone) {

    public boolean searched() {
        return !words.isEmpty();
    }

    public String encodedWords() {
        return ArticlePage.encoded(words);
    }
}
