package io.carryon.gateway.article;

import io.carryon.gateway.contact.Text;
import io.carryon.gateway.storage.Sql;
import jakarta.enterprise.context.ApplicationScoped;
import java.text.Normalizer;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Set;
import java.util.UUID;
import java.util.regex.MatchResult;
import java.util.regex.Pattern;
import java.util.stream.Collectors;
import java.util.stream.Stream;

/** Shows why articles were found. Which words matched PostgreSQL says, as it did when it found them. */
@ApplicationScoped
public class Excerpts {

    /** Where in an article's text the words are looked for. */
    private static final int LOOKED_AT = 8_000;

    private static final int BEGINNING = 3;
    private static final Pattern LEXEME = Pattern.compile("'((?:[^']|'')+)'");

    private final Sql sql;

    Excerpts(Sql sql) {
        this.sql = sql;
    }

    /** In the order in which they were found. */
    public List<Excerpt> of(Findings found) {
        if (found.isEmpty()) {
            return List.of();
        }
        var texts = texts(found.items());
        var said = Stream.concat(found.items().stream().map(FoundArticle::title), texts.values().stream())
                .toList();
        var matching = matching(found.query(), found.items().getFirst().language(), said);
        return found.items().stream()
                .map(article -> new Excerpt(
                        article,
                        MarkedText.all(article.title(), matching),
                        MarkedText.around(texts.getOrDefault(article.id(), article.summary()), matching)))
                .toList();
    }

    private Map<UUID, String> texts(List<FoundArticle> found) {
        var texts = new HashMap<UUID, String>();
        sql.query(
                "select article_id, left(body, ?) as body from article where article_id = any(?)",
                row -> texts.put(
                        row.getObject("article_id", UUID.class),
                        Text.clean(row.getString("body")).replace('\n', ' ')),
                LOOKED_AT,
                found.stream().map(FoundArticle::id).toArray(UUID[]::new));
        return texts;
    }

    private Set<String> matching(String query, String language, List<String> said) {
        var beginnings = LEXEME.matcher(query)
                .results()
                .map(lexeme -> beginning(lexeme.group(1)))
                .collect(Collectors.toSet());
        // Only what begins alike can match: asking about every word would take longer than the search.
        var likely = said.stream()
                .flatMap(text -> MarkedText.WORD.matcher(text).results().map(MatchResult::group))
                .distinct()
                .filter(word -> beginnings.stream().anyMatch(plain(word)::startsWith))
                .toArray(String[]::new);
        return new HashSet<>(sql.query(
                "select word from unnest(?) as word where help_words(?, word, 'D') @@ ?::tsquery",
                row -> row.getString(1),
                likely,
                language,
                query));
    }

    private static String beginning(String lexeme) {
        return lexeme.substring(0, Math.min(BEGINNING, lexeme.length()));
    }

    /** As PostgreSQL's help_plain has it, as far as a beginning goes. */
    private static String plain(String word) {
        return Normalizer.normalize(word, Normalizer.Form.NFKD)
                .replaceAll("\\p{M}", "")
                .toLowerCase(Locale.ROOT)
                .replace("ß", "ss")
                .replace("æ", "ae")
                .replace("œ", "oe")
                .replace('ł', 'l')
                .replace('ø', 'o')
                .replace('đ', 'd')
                .replace('ı', 'i');
    }
}
