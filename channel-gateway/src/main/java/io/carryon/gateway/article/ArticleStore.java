package io.carryon.gateway.article;

import io.carryon.gateway.storage.Sql;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.transaction.Transactional;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.Clock;
import java.time.Instant;
import java.time.LocalDate;
import java.time.ZoneOffset;
import java.util.List;
import java.util.Optional;
import java.util.UUID;

/** The rows of articles, and what they are found by. */
@ApplicationScoped
class ArticleStore {

    private static final String WORDS =
            "help_words(?, ?, 'A') || help_words(?, ?, 'B') || help_words(?, ?, 'C')" + " || help_words(?, ?, 'D')";

    /** PostgreSQL's name, in all processes, of the lock on the vocabulary. */
    private static final long LOCK = 0x766f_6361_6275_6c61L;

    private static final String SELECT = """
            select article.*, coalesce(helpful, 0) as helpful, coalesce(unhelpful, 0) as unhelpful,
                coalesce(solved, 0) as solved
            from article left join article_feedback using (article_id)
            """;

    private final Sql sql;
    private final ArticlesConfig config;
    private final Clock clock;

    ArticleStore(Sql sql, ArticlesConfig config, Clock clock) {
        this.sql = sql;
        this.config = config;
        this.clock = clock;
    }

    /** Adds a draft, or finds the article added before under the same id. */
    Article addIfNew(UUID id, String payloadHash, ArticleForm form, ArticleBody body, String by) {
        var now = clock.instant();
        var keywords = keywords(form);
        sql.update(
                """
                insert into article (article_id, payload_hash, language, title, html, body, keywords, topic, owner,
                    status, revision, created_at, updated_at, updated_by, words)
                values (?, ?, ?, ?, ?, ?, ?, ?, ?, 'DRAFT', 1, ?, ?, ?,
                """ + WORDS + ") on conflict (article_id) do nothing",
                id,
                payloadHash,
                form.language(),
                form.title().strip(),
                body.html(),
                body.text(),
                keywords,
                form.topic(),
                form.owner() == null ? by : form.owner(),
                now,
                now,
                by,
                form.language(),
                form.title(),
                form.language(),
                String.join("\n", keywords),
                form.language(),
                body.headings(),
                form.language(),
                body.text());
        return find(id).orElseThrow();
    }

    /** Changes what it says; empty when it is not of this revision any more. */
    @Transactional
    Optional<Article> change(UUID id, int revision, ArticleForm form, ArticleBody body, String by) {
        var keywords = keywords(form);
        var changed = sql.update(
                """
                update article set language = ?, title = ?, html = ?, body = ?, keywords = ?, topic = ?,
                    owner = coalesce(?, owner), revision = revision + 1, updated_at = ?, updated_by = ?, words =
                """ + WORDS + " where article_id = ? and revision = ?",
                form.language(),
                form.title().strip(),
                body.html(),
                body.text(),
                keywords,
                form.topic(),
                form.owner(),
                clock.instant(),
                by,
                form.language(),
                form.title(),
                form.language(),
                String.join("\n", keywords),
                form.language(),
                body.headings(),
                form.language(),
                body.text(),
                id,
                revision);
        return spelled(id, changed);
    }

    /** Publishes it, or takes it from where customers find it; empty when it is not of this revision any more. */
    @Transactional
    Optional<Article> move(UUID id, int revision, ArticleStatus to, String by) {
        var now = clock.instant();
        return spelled(id, sql.update("""
                        update article set status = ?, revision = revision + 1, updated_at = ?, updated_by = ?,
                            published_at = case when ? = 'PUBLISHED' then coalesce(published_at, ?) else published_at end
                        where article_id = ? and revision = ?
                        """, to.name(), now, by, to.name(), now, id, revision));
    }

    /** Somebody has read it and found it right, whatever revision it has. */
    Optional<Article> verify(UUID id, String by) {
        sql.update("""
                update article set last_verified_on = ?, last_verified_by = ?, revision = revision + 1
                where article_id = ?
                """, today(), by, id);
        return find(id);
    }

    Optional<Article> find(UUID id) {
        return sql.first(SELECT + " where article_id = ?", this::article, id);
    }

    /** Newest first, from before a place; each of the others may be null. */
    List<Article> list(
            String words, String language, ArticleStatus status, boolean overdueOnly, long before, int limit) {
        return sql.query(
                SELECT + """
                         where place < ? and (cast(? as text) is null or language = ?)
                            and (cast(? as text) is null or status = ?)
                            and (not ? or status = 'PUBLISHED' and coalesce(last_verified_on, '-infinity') < ?)
                            and (cast(? as text) is null
                                or words @@ plainto_tsquery('pg_catalog.simple', help_plain(?))
                                or title ilike ?)
                        order by place desc limit ?
                        """,
                this::article,
                before,
                language,
                language,
                status == null ? null : status.name(),
                status == null ? null : status.name(),
                overdueOnly,
                verifiedSince(),
                words,
                words,
                words == null ? null : "%" + words.replaceAll("([%_\\\\])", "\\\\$1") + "%",
                limit);
    }

    /** Published ones of a language, those that helped most first, then the latest. */
    List<FoundArticle> helpful(String language, int limit) {
        return sql.query("""
                with best as (
                    select article_id, coalesce(helpful, 0) + coalesce(solved, 0) - coalesce(unhelpful, 0) as worth, place
                    from article left join article_feedback using (article_id)
                    where status = 'PUBLISHED' and language = ? order by worth desc, place desc limit ?)
                select article_id, title, left(body, 400) as body, language, last_verified_on
                from best join article using (article_id) order by worth desc, best.place desc
                """, FoundArticle::of, language, limit);
    }

    private Optional<Article> spelled(UUID id, int changed) {
        if (changed == 0) {
            return Optional.empty();
        }
        // One at a time: a word is in the vocabulary as long as any article has it.
        sql.query("select pg_advisory_xact_lock(?)", row -> true, LOCK);
        sql.update("""
                with gone as (delete from article_word where article_id = ? returning language, length, word)
                delete from article_vocabulary as known using gone
                where known.language = gone.language and known.length = gone.length and known.word = gone.word
                    and not exists (
                        select from article_word as other
                        where other.language = gone.language and other.length = gone.length
                            and other.word = gone.word and other.article_id <> ?)
                """, id, id);
        sql.update("""
                insert into article_word (language, length, word, article_id)
                select distinct language, length(word), word, article_id
                from article, unnest(tsvector_to_array(to_tsvector('pg_catalog.simple',
                    help_plain(title || ' ' || array_to_string(keywords, ' ') || ' ' || body)))) as word
                where article_id = ? and status = 'PUBLISHED' and length(word) between 4 and 40 and word !~ '[0-9]'
                """, id);
        sql.update("""
                insert into article_vocabulary select language, length, word from article_word where article_id = ?
                on conflict do nothing
                """, id);
        return find(id);
    }

    private static String[] keywords(ArticleForm form) {
        return form.givenKeywords().stream().map(String::strip).distinct().toArray(String[]::new);
    }

    private LocalDate today() {
        return LocalDate.ofInstant(clock.instant(), ZoneOffset.UTC);
    }

    private LocalDate verifiedSince() {
        return LocalDate.ofInstant(clock.instant().minus(config.verifiedFor()), ZoneOffset.UTC);
    }

    private Article article(ResultSet row) throws SQLException {
        var status = ArticleStatus.valueOf(row.getString("status"));
        var verified = row.getObject("last_verified_on", LocalDate.class);
        Instant published = Sql.instant(row, "published_at");
        return new Article(
                row.getObject("article_id", UUID.class),
                row.getLong("place"),
                row.getString("payload_hash"),
                row.getString("language"),
                row.getString("title"),
                row.getString("html"),
                row.getString("body"),
                List.of((String[]) row.getArray("keywords").getArray()),
                row.getString("topic"),
                row.getString("owner"),
                status,
                verified,
                row.getString("last_verified_by"),
                status == ArticleStatus.PUBLISHED && (verified == null || verified.isBefore(verifiedSince())),
                row.getInt("revision"),
                Sql.instant(row, "created_at"),
                Sql.instant(row, "updated_at"),
                row.getString("updated_by"),
                published,
                Article.Feedback.of(row.getInt("helpful"), row.getInt("unhelpful"), row.getInt("solved")));
    }
}
