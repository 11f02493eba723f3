package io.carryon.ticketing.agents;

import io.carryon.ticketing.storage.Sql;
import jakarta.enterprise.context.ApplicationScoped;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.Clock;
import java.time.Instant;
import java.time.OffsetDateTime;
import java.util.Collection;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.UUID;
import java.util.function.Function;
import javax.sql.DataSource;

/** Staff as they told of themselves; every method runs in the caller's transaction. */
@ApplicationScoped
public class Agents {

    // Two who sit down at one place at once do so one after the other.
    private static final String TAKE_TURNS =
            "select pg_advisory_xact_lock(hashtextextended('agent.extension ' || ?, 0))";

    // Whoever locks more than one agent does so in the order of their ids, so that nobody waits in a circle.
    private static final String LOCK =
            "select id from ticketing.agent where id = ? or extension = ? order by id for no key update";

    // An extension is a place: who sits down there has it, and nobody else any more.
    private static final String SIT_DOWN =
            "update ticketing.agent set extension = null, sip_uri = null where extension = ? and id <> ?";

    private static final String TELL = """
            insert into ticketing.agent as a
                (id, name, extension, sip_uri, queues, status, idle_since, seen_at)
            values (?, ?, ?, ?, ?, ?, ?, ?)
            on conflict (id) do update set name = excluded.name, extension = excluded.extension,
                sip_uri = excluded.sip_uri, queues = excluded.queues,
                status = excluded.status, seen_at = excluded.seen_at,
                idle_since = case when a.status = 'available' or excluded.status <> 'available'
                    then a.idle_since else excluded.idle_since end
            returning *""";

    private static final String PAGE =
            "select * from ticketing.agent where (?::text is null or id > ?) order by id limit ?";

    private static final String SPEAKING = """
            select id from ticketing.agent where on_call = ? order by on_call_since desc, id limit 1""";

    private static final String DESKS = "select * from ticketing.agent where id = any(?)";

    private static final String NAMED =
            "select * from ticketing.agent where id = any(?) or extension = any(?) order by seen_at desc, id";

    private static final String IS_AVAILABLE = """
            a.status = 'available' and a.seen_at > ? and (a.on_call is null or a.on_call_since <= ?)
            and not ticketing.out_of_office(a.id, ?)""";

    private static final String AVAILABLE = """
            select q.queue, a.* from unnest(?) as q (queue) cross join lateral (
                select * from ticketing.agent a where a.queues @> array[q.queue] and %1$s
                order by a.idle_since, a.id limit ?) as a
            union all
            select null, a.* from ticketing.agent a where a.id = any(?) and %1$s""".formatted(IS_AVAILABLE);

    private static final String IDLE =
            "select * from ticketing.agent a where %s order by a.idle_since, a.id limit ?".formatted(IS_AVAILABLE);

    // A row that somebody else writes now is left out: that one tells of themselves, or is seen at the next beat.
    private static final String SEEN = """
            update ticketing.agent set seen_at = greatest(seen_at, ?) where id in (
                select id from ticketing.agent where id = any(?) order by id for no key update skip locked)""";

    private static final String FREE = """
            update ticketing.agent a
            set on_call = null, on_call_since = null, idle_since = greatest(a.idle_since, over.at)
            from (select v1::uuid as contact_id, v2::timestamptz as at from unnest(?, ?) as row (v1, v2)) as over
            where a.on_call = over.contact_id""";

    private static final String ANSWER = """
            update ticketing.agent a
            set on_call = told.contact_id, on_call_since = told.since, seen_at = greatest(a.seen_at, told.since),
                idle_since = greatest(a.idle_since, told.over)
            from (select v1 as id, v2::uuid as contact_id, v3::timestamptz as since, v4::timestamptz as over
                from unnest(?, ?, ?, ?) as row (v1, v2, v3, v4)) as told
            where a.id = told.id""";

    private static final String OCCUPY = "update ticketing.agent set idle_since = greatest(idle_since, ?) where id = ?";

    private static final String LOCK_SPEAKING = """
            select id from ticketing.agent where id = any(?) or on_call = any(?)
            order by id for no key update""";

    /**
     * What is told of an agent's last call.
     *
     * @param contactId with whom they speak; null when that is over
     * @param since when they answered, null when that is over
     * @param over when it was over, or null
     */
    public record OnCall(String agentId, UUID contactId, Instant since, Instant over) {

        public OnCall(String agentId, UUID contactId, Instant since) {
            this(agentId, contactId, since, null);
        }

        /** The same, and it is over. */
        public OnCall over(Instant at) {
            return new OnCall(agentId, null, null, at);
        }
    }

    /** Somebody who can be rung; {@code queue} is the one they serve, null when they were asked for by name. */
    public record Available(String queue, AgentDesk agent) {}

    private final Sql sql;
    private final AgentConfig config;
    private final Clock clock;

    public Agents(DataSource database, AgentConfig config, Clock clock) {
        this.sql = new Sql(database);
        this.config = config;
        this.clock = clock;
    }

    /** Keeps what an agent says; who becomes available has been idle from now on. */
    AgentDesk tell(AgentDesk desk) {
        if (desk.extension() != null) {
            sql.list(TAKE_TURNS, row -> true, desk.extension());
            sql.list(LOCK, row -> row.getString(1), desk.id(), desk.extension());
            sql.update(SIT_DOWN, desk.extension(), desk.id());
        }
        return sql.first(
                        TELL,
                        Agents::read,
                        desk.id(),
                        desk.name(),
                        desk.extension(),
                        desk.sipUri(),
                        desk.queues().toArray(String[]::new),
                        desk.status().name(),
                        desk.idleSince(),
                        desk.seenAt())
                .orElseThrow();
    }

    /** At most {@code limit} agents in the order of their ids, after one when given. */
    List<AgentDesk> page(String after, int limit) {
        return sql.list(PAGE, Agents::read, after, after, limit);
    }

    /** Who speaks with the caller of the contact now. */
    public Optional<String> speakingIn(UUID contactId) {
        return sql.first(SPEAKING, row -> row.getString(1), contactId);
    }

    /** Those of the ids that have told of themselves. */
    public List<AgentDesk> desks(Collection<String> ids) {
        return sql.list(DESKS, Agents::read, (Object) ids.toArray(String[]::new));
    }

    /** Those who have one of the ids or extensions, who was seen last first. */
    public List<AgentDesk> named(Collection<String> ids, Collection<String> extensions) {
        return ids.isEmpty() && extensions.isEmpty()
                ? List.of()
                : sql.list(NAMED, Agents::read, ids.toArray(String[]::new), extensions.toArray(String[]::new));
    }

    /**
     * Who can be offered a call now, by one statement: of each queue up to {@code limit} who have been idle longest, in
     * that order, and those of the named ones that can.
     */
    public List<Available> available(Collection<String> queues, Collection<String> ids, int limit) {
        var now = clock.instant();
        var present = now.minus(config.goneAfter());
        var callsOver = now.minus(config.longestCall());
        return sql.list(
                AVAILABLE,
                row -> new Available(row.getString("queue"), read(row)),
                queues.toArray(String[]::new),
                present,
                callsOver,
                now,
                limit,
                ids.toArray(String[]::new),
                present,
                callsOver,
                now);
    }

    /** At most {@code limit} who can be given something now, idle longest first. */
    public List<AgentDesk> idle(int limit) {
        var now = clock.instant();
        return sql.list(IDLE, Agents::read, now.minus(config.goneAfter()), now.minus(config.longestCall()), now, limit);
    }

    /** Whether somebody seen then counts as present. */
    boolean isPresent(AgentDesk desk) {
        return desk.seenAt().isAfter(clock.instant().minus(config.goneAfter()));
    }

    /** They are there: their streams are open. It waits for nobody: who is written to meanwhile is left out. */
    public void seen(Collection<String> ids) {
        sql.update(SEEN, clock.instant(), ids.toArray(String[]::new));
    }

    /** They have something new to do: others have been idle for longer now. */
    public void occupy(String id, Instant now) {
        sql.update(OCCUPY, now, id);
    }

    /**
     * First nobody speaks any more with contacts that are free since a time, then agents speak with others. The agents
     * are locked in the order of their ids first, so that two batches never wait for each other: three statements at
     * most.
     */
    public void follow(Map<UUID, Instant> free, Collection<OnCall> calls) {
        if (free.isEmpty() && calls.isEmpty()) {
            return;
        }
        sql.list(LOCK_SPEAKING, row -> row.getString(1), texts(calls, OnCall::agentId), free.keySet());
        if (!free.isEmpty()) {
            sql.update(FREE, texts(free.keySet(), id -> id), texts(free.keySet(), free::get));
        }
        if (!calls.isEmpty()) {
            sql.update(
                    ANSWER,
                    texts(calls, OnCall::agentId),
                    texts(calls, OnCall::contactId),
                    texts(calls, OnCall::since),
                    texts(calls, OnCall::over));
        }
    }

    private static <T> String[] texts(Collection<T> values, Function<T, ?> part) {
        return values.stream()
                .map(part)
                .map(found -> found == null ? null : found.toString())
                .toArray(String[]::new);
    }

    private static AgentDesk read(ResultSet row) throws SQLException {
        return new AgentDesk(
                row.getString("id"),
                row.getString("name"),
                row.getString("extension"),
                row.getString("sip_uri"),
                Sql.texts(row, "queues"),
                AgentStatus.valueOf(row.getString("status")),
                row.getObject("idle_since", OffsetDateTime.class).toInstant(),
                row.getObject("seen_at", OffsetDateTime.class).toInstant(),
                row.getObject("on_call", UUID.class));
    }
}
