package io.carryon.gateway.portal;

import io.carryon.gateway.article.ReadArticle;
import io.quarkus.qute.TemplateData;
import java.net.URLEncoder;
import java.nio.charset.StandardCharsets;

/**
 * An article as its page shows it.
 *
 * @param old whether nobody has looked after it for too long
 * @param words what was searched before, or ""
 * @param said what the reader just said: helpful, unhelpful, solved; or null
 * @param draft whether the reader has a request half written in another tab
 */
@TemplateData
public record ArticlePage(ReadArticle article, boolean old, String words, String said, boolean draft) {

    public boolean isSaid(String what) {
        return what.equals(said);
    }

    /** What the way to a person begins with: what was searched, else the article. */
    public String matter() {
        return encoded(words.isEmpty() ? article.title() : words);
    }

    public boolean searched() {
        return !words.isEmpty();
    }

    public String encodedWords() {
        return encoded(words);
    }

    static String encoded(String text) {
        return URLEncoder.encode(text, StandardCharsets.UTF_8);
    }
}
