package io.carryon.gateway.guard;

import io.carryon.gateway.storage.Sql;
import jakarta.enterprise.context.ApplicationScoped;
import java.nio.ByteBuffer;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.Optional;
import java.util.stream.Stream;

/** Counts who comes how often, for all processes together. What it keeps is bounded: see {@link GuardConfig#counters}. */
@ApplicationScoped
class Counters {

    private final Sql sql;
    private final Keyed keyed;
    private final GuardConfig config;
    private final Clock clock;

    Counters(Sql sql, Keyed keyed, GuardConfig config, Clock clock) {
        this.sql = sql;
        this.keyed = keyed;
        this.config = config;
        this.clock = clock;
    }

    /** Counts one more; what is left of the longest window in which it is one too many, if it is. */
    Optional<Duration> exceeded(String door, ClientAddress from) {
        return exceeded(door, from, config.perAddress(), config.perNetwork());
    }

    /** The same with other limits than the usual ones. */
    Optional<Duration> exceeded(String door, ClientAddress from, List<Limit> perAddress, List<Limit> perNetwork) {
        var now = clock.instant();
        // Who is one too many alone takes nothing of what its neighbours may.
        return exceeded(door, "a", from.address(), perAddress, now)
                .or(() -> exceeded(door, "n", from.network(), perNetwork, now));
    }

    private Optional<Duration> exceeded(String door, String kind, String who, List<Limit> limits, Instant now) {
        return counted(door, kind, who, limits, now).max(Duration::compareTo);
    }

    private Stream<Duration> counted(String door, String kind, String who, List<Limit> limits, Instant now) {
        return limits.stream().flatMap(limit -> {
            var scope = "%s|%s|%d".formatted(door, kind, limit.window().toMillis());
            var slot =
                    Math.floorMod(ByteBuffer.wrap(keyed.of(scope + "|" + who)).getLong(), (long) config.counters());
            return sql
                    .query(
                            """
                            insert into guard_count as kept (scope, slot, ends_at, used) values (?, ?, ?, 1)
                            on conflict (scope, slot) do update set
                                used = case when kept.ends_at <= ? then 1 else kept.used + 1 end,
                                ends_at = case when kept.ends_at <= ? then excluded.ends_at else kept.ends_at end
                            returning used, ends_at
                            """,
                            row -> row.getInt("used") > limit.most()
                                    ? Optional.of(Duration.between(now, Sql.instant(row, "ends_at")))
                                    : Optional.<Duration>empty(),
                            scope,
                            (int) slot,
                            now.plus(limit.window()),
                            now,
                            now)
                    .stream()
                    .flatMap(Optional::stream);
        });
    }
}
