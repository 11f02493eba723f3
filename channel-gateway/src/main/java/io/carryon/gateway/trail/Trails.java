package io.carryon.gateway.trail;

import io.carryon.gateway.contact.SelfService;
import io.carryon.gateway.door.Fingerprint;
import io.carryon.gateway.storage.Sql;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.transaction.Transactional;
import java.time.Clock;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.UUID;

/** What browsers searched, read and found helpful, for the contact that may follow. */
@ApplicationScoped
public class Trails {

    private static final int WORDS_LIMIT = 200;

    private final Sql sql;
    private final TrailConfig config;
    private final Clock clock;

    public Trails(Sql sql, TrailConfig config, Clock clock) {
        this.sql = sql;
        this.config = config;
        this.clock = clock;
    }

    /**
     * Somebody looked for words; what is beyond the most that is remembered is not. False when they only looked for the
     * same again, which is one search: the first.
     */
    public boolean searched(String session, String words, int results) {
        var now = clock.instant();
        return sql.first(
                        """
                        with search (session, at, words, results) as (values (?, ?, ?, ?)),
                        last as (
                            select known.words from trail_search known join search using (session)
                            where known.at > ? order by place desc limit 1),
                        again as (select from last, search where lower(last.words) = lower(search.words)),
                        added as (
                            insert into trail_search (session, at, words, results)
                            select * from search
                            where not exists (select from again)
                              and (select count(*) from trail_search known where known.session = search.session) < ?)
                        select not exists (select from again)
                        """,
                        row -> row.getBoolean(1),
                        Fingerprint.of(session),
                        now,
                        words.substring(0, Math.min(words.length(), WORDS_LIMIT)),
                        results,
                        now.minus(config.remembered()),
                        config.steps())
                .orElseThrow();
    }

    /** Somebody opened an article. */
    public void read(String session, UUID articleId, String title) {
        sql.update(
                """
                insert into trail_read (session, article_id, title, at)
                select ?, ?, ?, ? where (select count(*) from trail_read where session = ?) < ?
                on conflict (session, article_id) do update set at = excluded.at
                """,
                Fingerprint.of(session),
                articleId,
                title,
                clock.instant(),
                Fingerprint.of(session),
                config.steps());
    }

    /** Somebody says whether an article helped: each session once, and the last word counts. */
    @Transactional
    public void rated(String session, UUID articleId, String title, boolean helpful) {
        read(session, articleId, title);
        var before = sql.first(
                """
                with before as (
                    select helpful from trail_read where session = ? and article_id = ? for update)
                update trail_read set helpful = ? from before
                where session = ? and article_id = ? returning before.helpful
                """,
                row -> Optional.ofNullable(row.getObject(1, Boolean.class)),
                Fingerprint.of(session),
                articleId,
                helpful,
                Fingerprint.of(session),
                articleId);
        before.ifPresent(was -> count(articleId, change(was, helpful, true), change(was, helpful, false), 0));
    }

    /** An article solved it: counted once for a session that nobody hears from. */
    @Transactional
    public void solved(String session, UUID articleId, String title) {
        read(session, articleId, title);
        var isNew = sql.update(
                        "update trail_read set solved = true where session = ? and article_id = ? and not solved",
                        Fingerprint.of(session),
                        articleId)
                == 1;
        if (isNew && !isFollowed(session)) {
            count(articleId, 0, 0, 1);
        }
    }

    /**
     * What was tried before a contact that is only now made; null without a session, or when nothing was. The session is
     * erased with the contact, and what it said was solved no longer counts as solved without one.
     */
    @Transactional
    public SelfService before(String session, UUID contactId) {
        if (session == null) {
            return null;
        }
        var hash = Fingerprint.of(session);
        var since = clock.instant().minus(config.remembered());
        var searches = searches(hash, since);
        var solved = new ArrayList<UUID>();
        var read = sql.query(
                "select article_id, title, helpful, solved, at from trail_read where session = ? and at > ? order by at",
                row -> {
                    var id = row.getObject("article_id", UUID.class);
                    if (row.getBoolean("solved")) {
                        solved.add(id);
                    }
                    return new SelfService.Read(
                            id,
                            row.getString("title"),
                            row.getObject("helpful", Boolean.class),
                            Sql.instant(row, "at"));
                },
                hash,
                since);
        if (searches.isEmpty() && read.isEmpty()) {
            return null;
        }
        if (!isFollowed(session)) {
            solved.forEach(id -> count(id, 0, 0, -1));
        }
        sql.update(
                "insert into trail_contact (contact_id, session, at) values (?, ?, ?) on conflict do nothing",
                contactId,
                hash,
                clock.instant());
        return new SelfService(searches, read, solved.isEmpty() ? null : true);
    }

    /** Without what was only on the way to a longer word. */
    private List<SelfService.Search> searches(String hash, Instant since) {
        var all = sql.query(
                "select words, results, at from trail_search where session = ? and at > ? order by place",
                row -> new SelfService.Search(row.getString("words"), row.getInt("results"), Sql.instant(row, "at")),
                hash,
                since);
        var kept = new ArrayList<SelfService.Search>();
        for (var search : all) {
            if (!kept.isEmpty() && begins(search.q(), kept.getLast().q())) {
                kept.removeLast();
            }
            kept.add(search);
        }
        return kept;
    }

    private static boolean begins(String whole, String beginning) {
        return whole.toLowerCase(Locale.ROOT).startsWith(beginning.toLowerCase(Locale.ROOT));
    }

    private boolean isFollowed(String session) {
        return sql.first("select 1 from trail_contact where session = ? limit 1", row -> 1, Fingerprint.of(session))
                .isPresent();
    }

    private static int change(Optional<Boolean> was, boolean helpful, boolean counted) {
        return (helpful == counted ? 1 : 0) - (was.isPresent() && was.get() == counted ? 1 : 0);
    }

    private void count(UUID articleId, int helpful, int unhelpful, int solved) {
        sql.update("""
                insert into article_feedback as known (article_id, helpful, unhelpful, solved)
                values (?, greatest(0, ?), greatest(0, ?), greatest(0, ?))
                on conflict (article_id) do update set helpful = greatest(0, known.helpful + ?),
                    unhelpful = greatest(0, known.unhelpful + ?), solved = greatest(0, known.solved + ?)
                """, articleId, helpful, unhelpful, solved, helpful, unhelpful, solved);
    }
}
