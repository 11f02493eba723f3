package io.carryon.gateway.article;

import io.carryon.gateway.storage.Sql;
import io.carryon.gateway.storage.StorageException;
import io.quarkus.scheduler.Scheduled;
import io.smallrye.common.annotation.RunOnVirtualThread;
import jakarta.enterprise.context.ApplicationScoped;
import java.time.Clock;
import java.time.LocalDate;
import java.time.ZoneOffset;
import java.util.Arrays;
import java.util.List;
import java.util.Locale;
import java.util.regex.Pattern;
import java.util.stream.Collectors;
import org.eclipse.microprofile.openapi.annotations.media.Schema;
import org.jboss.logging.Logger;

/** Counts searches that found nothing, for whoever writes articles; nothing tells who searched. */
@ApplicationScoped
class Misses {

    private static final Logger LOG = Logger.getLogger(Misses.class);
    private static final int LONGEST = 100;
    private static final int SHORTEST = 3;

    /** Addresses and numbers are a person's or an order's, and no article would be found by them. */
    private static final Pattern SOMEBODYS = Pattern.compile(".*(@|\\d.*\\d.*\\d.*\\d).*");

    private final Sql sql;
    private final ArticlesConfig config;
    private final Clock clock;

    Misses(Sql sql, ArticlesConfig config, Clock clock) {
        this.sql = sql;
        this.config = config;
        this.clock = clock;
    }

    /** What was looked for and not found, and how often within the time that misses are kept. */
    @Schema(name = "ArticleMiss")
    public record Miss(
            @Schema(examples = "change tariff") String words,
            @Schema(examples = "en") String language,
            @Schema(examples = "12") long count) {}

    void note(String language, String words) {
        var kept = Arrays.stream(words.strip().toLowerCase(Locale.ROOT).split("\\s+"))
                .filter(word -> !SOMEBODYS.matcher(word).matches())
                .collect(Collectors.joining(" "));
        if (kept.length() < SHORTEST || kept.length() > LONGEST) {
            return;
        }
        sql.update("""
                insert into article_miss as kept (language, words, day, missed) values (?, ?, ?, 1)
                on conflict (language, words, day) do update set missed = kept.missed + 1
                """, language, kept, today());
    }

    /** The most frequent first. */
    List<Miss> list(String language, int limit) {
        return sql.query(
                """
                select words, language, sum(missed) as missed from article_miss
                where day > ? and (cast(? as text) is null or language = ?)
                group by words, language having sum(missed) >= ? order by missed desc, words limit ?
                """,
                row -> new Miss(row.getString("words"), row.getString("language"), row.getLong("missed")),
                since(),
                language,
                language,
                config.missesShownFrom(),
                limit);
    }

    @Scheduled(every = "1h", delayed = "1m", concurrentExecution = Scheduled.ConcurrentExecution.SKIP)
    @RunOnVirtualThread
    void forget() {
        try {
            sql.update("delete from article_miss where day <= ?", since());
        } catch (StorageException e) {
            LOG.warnf("Old misses could not be taken out: %s", e.getMessage());
        }
    }

    private LocalDate today() {
        return LocalDate.ofInstant(clock.instant(), ZoneOffset.UTC);
    }

    private LocalDate since() {
        return LocalDate.ofInstant(clock.instant().minus(config.missesKept()), ZoneOffset.UTC);
    }
}
