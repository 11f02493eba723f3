package io.carryon.gateway.article;

import io.carryon.gateway.contact.Text;
import io.carryon.gateway.storage.Sql;
import jakarta.enterprise.context.ApplicationScoped;
import java.util.Arrays;
import java.util.List;
import java.util.stream.Collectors;

/**
 * Finds published articles by what people type: words in any of their forms, the last one perhaps still incomplete. An
 * article is found when it has at least half of the words that say something; those with most of them come first, and of
 * these the ones that have them in their title, then among their keywords, then in a heading.
 */
@ApplicationScoped
public class ArticleSearch {

    private static final int MOST_WORDS = 12;
    private static final int LONGEST_WORD = 60;

    /** Articles whose whole text is ranked: of a common word's many, those that have it where it counts most. */
    private static final int RANKED = 100;

    private final Sql sql;
    private final Spelling spelling;

    ArticleSearch(Sql sql, Spelling spelling) {
        this.sql = sql;
        this.spelling = spelling;
    }

    /** One word that was typed, the query for it, whether it says nothing by itself, and whether any article has it. */
    private record Typed(String plain, String query, boolean filler, boolean known) {}

    /**
     * The best first.
     *
     * @param languages in which to look, in the next only when nothing is found in those before
     * @param text as typed; what comes after 12 words is not looked for
     */
    Findings find(String text, List<String> languages, int limit) {
        var words = words(text);
        if (words.length == 0) {
            return Findings.NONE;
        }
        return languages.stream()
                .distinct()
                .map(language -> find(words, language, limit))
                .filter(found -> !found.isEmpty())
                .findFirst()
                .orElse(Findings.NONE);
    }

    private Findings find(String[] words, String language, int limit) {
        var typed = typed(words, language);
        var telling = typed.stream().filter(word -> !word.filler()).toList();
        var wanted = (telling.isEmpty() ? typed : telling)
                .stream().map(word -> query(word, language)).toList();
        return matching(wanted.toArray(String[]::new), language, limit);
    }

    private String query(Typed word, String language) {
        if (word.known()) {
            return word.query();
        }
        // The words are letters alone: those of articles without digits, as PostgreSQL split them.
        return spelling.meant(language, word.plain()).stream()
                .map(meant -> "'" + meant.replace("'", "''") + "'")
                .reduce((one, other) -> one + " | " + other)
                .orElse(word.query());
    }

    private List<Typed> typed(String[] words, String language) {
        return sql.query(
                """
                select lower(trim(help_plain(word))) as plain, query::text as query, help_is_filler(?, word) as filler,
                    exists (select from article where status = 'PUBLISHED' and language = ? and words @@ query) as known
                from (select word, help_query(?, word, n = ?) as query
                      from unnest(?) with ordinality as typed (word, n)) as asked
                where numnode(query) > 0
                """,
                row -> new Typed(
                        row.getString("plain"),
                        row.getString("query"),
                        row.getBoolean("filler"),
                        row.getBoolean("known")),
                language,
                language,
                language,
                words.length,
                words);
    }

    private Findings matching(String[] queries, String language, int limit) {
        if (queries.length == 0) {
            return Findings.NONE;
        }
        // Each as PostgreSQL wrote it, so that all of them together are a query as well.
        var query = Arrays.stream(queries).collect(Collectors.joining(") | (", "(", ")"));
        // The index tells which have the words; a whole text is only opened when what it is about ranks among the best.
        var found = sql.query("""
                with typed as materialized (select query::tsquery as query from unnest(?) as query),
                hit as materialized (
                    select article_id, count(*) as hits
                    from typed cross join lateral (
                        select article_id from article
                        where status = 'PUBLISHED' and language = ? and words @@ typed.query) as one
                    group by article_id having count(*) * 2 >= ?),
                likely as (
                    select article_id, hits from hit join article using (article_id)
                    order by hits desc, ts_rank('{0.05, 0.3, 0.6, 1.0}', heads, ?::tsquery) desc, place limit ?)
                select article_id, title, left(body, 400) as body, language, last_verified_on
                from likely join article using (article_id)
                order by hits desc, ts_rank('{0.05, 0.3, 0.6, 1.0}', words, ?::tsquery) desc, place
                limit ?
                """, FoundArticle::of, queries, language, queries.length, query, RANKED, query, limit);
        return new Findings(query, found);
    }

    private static String[] words(String text) {
        return Arrays.stream(Text.clean(text).split("[^\\p{L}\\p{M}\\p{N}'’.-]+", -1))
                .map(word -> word.replaceAll("^[^\\p{L}\\p{N}]+|[^\\p{L}\\p{N}]+$", ""))
                .filter(word -> !word.isEmpty() && word.length() <= LONGEST_WORD)
                .limit(MOST_WORDS)
                .toArray(String[]::new);
    }
}
