package io.carryon.ticketing.calls;

import io.carryon.ticketing.storage.Sql;
import jakarta.enterprise.context.ApplicationScoped;
import java.time.Clock;
import java.util.Collection;
import java.util.HashMap;
import java.util.Map;
import javax.sql.DataSource;

/**
 * How many wait in each queue, and for how long the next one may. What was really waited tells: of the last 20 calls of
 * the queue that were answered within {@code carryon.calls.waits-of} (2 hours), each one's wait divided by the place it
 * had when it came; the median of these seconds a place, times the place of the caller. Fewer than 3 tell nothing, and
 * nobody is told more than an hour. One statement for all queues asked for, in the caller's transaction.
 */
@ApplicationScoped
public class QueueWaits {

    private static final int LONGEST = 3600;

    private static final String SITUATION = """
            select q.queue,
                (select count(*) from ticketing.phone_call c
                 where c.queue = q.queue and c.state = 'waiting' and c.offered_at > ?),
                (select percentile_cont(0.5) within group (order by a.pace) from (
                    select c.wait_sec::float8 / c.position as pace from ticketing.phone_call c
                    where c.queue = q.queue and c.answered_at > ? and c.wait_sec is not null and c.position is not null
                    order by c.answered_at desc limit 20) as a having count(*) >= 3)
            from unnest(?) as q (queue)""";

    private final Sql sql;
    private final CallConfig config;
    private final Clock clock;

    public QueueWaits(DataSource database, CallConfig config, Clock clock) {
        this.sql = new Sql(database);
        this.config = config;
        this.clock = clock;
    }

    /** A queue as it stands; {@code secondsAPlace} is null when nothing tells. */
    record Situation(int waiting, Double secondsAPlace) {

        static final Situation EMPTY = new Situation(0, null);

        /** One more has come. */
        Situation andOne() {
            return new Situation(waiting + 1, secondsAPlace);
        }

        /** Seconds until somebody answers the one who came last, or null. */
        Integer estimate() {
            return secondsAPlace == null ? null : (int) Math.round(Math.min(LONGEST, secondsAPlace * waiting));
        }
    }

    Map<String, Situation> of(Collection<String> queues) {
        var now = clock.instant();
        var found = new HashMap<String, Situation>();
        sql.list(
                SITUATION,
                row -> found.put(
                        row.getString(1),
                        new Situation(row.getInt(2), row.getObject(3) == null ? null : row.getDouble(3))),
                now.minus(config.longestWait()),
                now.minus(config.waitsOf()),
                queues.toArray(String[]::new));
        return found;
    }
}
