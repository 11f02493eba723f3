package io.carryon.ticketing.agents;

import io.carryon.ticketing.storage.Sql;
import jakarta.enterprise.context.ApplicationScoped;
import java.time.Clock;
import java.time.Instant;
import java.util.Collection;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import javax.sql.DataSource;

/** Who can be offered or given something just now; every method runs in the caller's transaction. */
@ApplicationScoped
public class Availability {

    private static final String IS_AVAILABLE = """
            a.status = 'available' and a.seen_at > ? and (a.on_call is null or a.on_call_since <= ?)
            and not ticketing.out_of_office(a.id, ?)""";

    private static final String FOR_CALLS = """
            select q.queue, false as by_name, a.* from unnest(?) as q (queue) cross join lateral (
                select * from ticketing.agent a
                where a.queues @> array[q.queue] and ticketing.may_see(a.id, q.queue) and %1$s
                order by a.idle_since, a.id limit ?) as a
            union all
            select w.queue, true, a.* from (select distinct v1 as id, v2 as queue from unnest(?, ?) as row (v1, v2)) as w
            join ticketing.agent a on a.id = w.id where ticketing.may_see(a.id, w.queue) and %1$s""".formatted(IS_AVAILABLE);

    private static final String IDLE =
            "select * from ticketing.agent a where %s order by a.idle_since, a.id limit ?".formatted(IS_AVAILABLE);

    private static final String LOCKED =
            "select 1 from ticketing.agent a where a.id = ? and %s for no key update of a".formatted(IS_AVAILABLE);

    // Who has something to do with them now is there all the same; only who is on the telephone is not.
    private static final String BY_QUEUE = """
            select q.queue, (
                select count(*) from ticketing.agent a
                where (a.queues @> array[q.queue] or exists (
                        select 1 from ticketing.team t where t.members @> array[a.id] and t.queues @> array[q.queue]))
                    and ticketing.may_see(a.id, q.queue) and %s) as available
            from unnest(?) as q (queue)""".formatted(IS_AVAILABLE);

    /** Somebody who can be rung for a queue's calls; {@code byName}: as a ticket's owner, else because they serve it. */
    public record Reachable(String queue, boolean byName, AgentDesk agent) {}

    /** Somebody who is asked for by name, and for which queue. */
    public record Wanted(String agentId, String queue) {}

    private final Sql sql;
    private final AgentConfig config;
    private final Clock clock;

    public Availability(DataSource database, AgentConfig config, Clock clock) {
        this.sql = new Sql(database);
        this.config = config;
        this.clock = clock;
    }

    /**
     * Who can be offered a call now, by one statement: of each queue up to {@code limit} who have been idle longest, in
     * that order, and those of the wanted ones that can. Nobody for a queue that they may not see.
     */
    public List<Reachable> forCalls(Collection<String> queues, List<Wanted> wanted, int limit) {
        var now = clock.instant();
        return sql.list(
                FOR_CALLS,
                row -> new Reachable(row.getString("queue"), row.getBoolean("by_name"), Agents.read(row)),
                queues.toArray(String[]::new),
                present(now),
                callsOver(now),
                now,
                limit,
                wanted.stream().map(Wanted::agentId).toArray(String[]::new),
                wanted.stream().map(Wanted::queue).toArray(String[]::new),
                present(now),
                callsOver(now),
                now);
    }

    /** At most {@code limit} who can be given something now, idle longest first. */
    public List<AgentDesk> idle(int limit) {
        var now = clock.instant();
        return sql.list(IDLE, Agents::read, present(now), callsOver(now), now, limit);
    }

    /** Whether an agent can be given something now; who can stays so until the transaction ends. */
    public boolean holds(String agentId) {
        var now = clock.instant();
        return sql.first(LOCKED, row -> true, agentId, present(now), callsOver(now), now)
                .isPresent();
    }

    /** How many are there for each queue's work now, those of their teams among them; one statement. */
    Map<String, Integer> byQueue(Collection<String> queues) {
        var now = clock.instant();
        var found = new TreeMap<String, Integer>();
        sql.list(
                BY_QUEUE,
                row -> found.put(row.getString("queue"), row.getInt("available")),
                present(now),
                callsOver(now),
                now,
                queues.toArray(String[]::new));
        return found;
    }

    private Instant present(Instant now) {
        return now.minus(config.goneAfter());
    }

    private Instant callsOver(Instant now) {
        return now.minus(config.longestCall());
    }
}
