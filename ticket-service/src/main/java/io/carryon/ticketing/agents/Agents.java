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
import java.util.Optional;
import java.util.UUID;
import javax.sql.DataSource;

/** Staff as they told of themselves; every method runs in the caller's transaction. */
@ApplicationScoped
public class Agents {

    // An extension is a place: who sits down there has it, and nobody else any more.
    private static final String SIT_DOWN =
            "update ticketing.agent set extension = null, sip_uri = null where extension = ? and id <> ?";

    private static final String TELL = """
            insert into ticketing.agent as a
                (id, name, extension, sip_uri, queues, skills, status, idle_since, seen_at)
            values (?, ?, ?, ?, ?, ?, ?, ?, ?)
            on conflict (id) do update set name = excluded.name, extension = excluded.extension,
                sip_uri = excluded.sip_uri, queues = excluded.queues, skills = excluded.skills,
                status = excluded.status, seen_at = excluded.seen_at,
                idle_since = case when a.status = 'available' or excluded.status <> 'available'
                    then a.idle_since else excluded.idle_since end
            returning *""";

    private static final String PAGE =
            "select * from ticketing.agent where (?::text is null or id > ?) order by id limit ?";

    private static final String DESKS = "select * from ticketing.agent where id = any(?)";

    private static final String FIND = """
            select * from ticketing.agent where id = ? or extension = ?
            order by (id = ?) desc, seen_at desc limit 1""";

    private static final String IS_AVAILABLE = """
            a.status = 'available' and a.seen_at > ? and (a.on_call is null or a.on_call_since <= ?)""";

    private static final String AVAILABLE = """
            select q.queue, a.* from unnest(?) as q (queue) cross join lateral (
                select * from ticketing.agent a where a.queues @> array[q.queue] and %1$s
                order by a.idle_since, a.id limit ?) as a
            union all
            select null, a.* from ticketing.agent a where a.id = any(?) and %1$s""".formatted(IS_AVAILABLE);

    private static final String SEEN = "update ticketing.agent set seen_at = ? where id = any(?)";

    private static final String ANSWER =
            "update ticketing.agent set on_call = ?, on_call_since = ?, seen_at = greatest(seen_at, ?) where id = ?";

    private static final String FREE = """
            update ticketing.agent set on_call = null, on_call_since = null, idle_since = greatest(idle_since, ?)
            where on_call = ?""";

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
                        desk.skills().toArray(String[]::new),
                        desk.status().name(),
                        desk.idleSince(),
                        desk.seenAt())
                .orElseThrow();
    }

    /** At most {@code limit} agents in the order of their ids, after one when given. */
    List<AgentDesk> page(String after, int limit) {
        return sql.list(PAGE, Agents::read, after, after, limit);
    }

    /** Those of the ids that have told of themselves. */
    public List<AgentDesk> desks(Collection<String> ids) {
        return sql.list(DESKS, Agents::read, (Object) ids.toArray(String[]::new));
    }

    /** Who it is, by id or else by extension; either may be null. */
    public Optional<AgentDesk> find(String id, String extension) {
        return sql.first(FIND, Agents::read, id, extension, id);
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
                limit,
                ids.toArray(String[]::new),
                present,
                callsOver);
    }

    /** Whether somebody seen then counts as present. */
    boolean isPresent(AgentDesk desk) {
        return desk.seenAt().isAfter(clock.instant().minus(config.goneAfter()));
    }

    /** They are there: their streams are open. */
    public void seen(Collection<String> ids) {
        sql.update(SEEN, clock.instant(), ids.toArray(String[]::new));
    }

    /** The agent speaks with a contact. */
    public void answered(String agentId, UUID contactId, Instant at) {
        sql.update(ANSWER, contactId, at, at, agentId);
    }

    /** Nobody speaks with the contact any more; who did is idle from then on. */
    public void free(UUID contactId, Instant at) {
        sql.update(FREE, at, contactId);
    }

    private static AgentDesk read(ResultSet row) throws SQLException {
        return new AgentDesk(
                row.getString("id"),
                row.getString("name"),
                row.getString("extension"),
                row.getString("sip_uri"),
                texts(row, "queues"),
                texts(row, "skills"),
                AgentStatus.valueOf(row.getString("status")),
                row.getObject("idle_since", OffsetDateTime.class).toInstant(),
                row.getObject("seen_at", OffsetDateTime.class).toInstant(),
                row.getObject("on_call", UUID.class));
    }

    private static List<String> texts(ResultSet row, String column) throws SQLException {
        return List.of((String[]) row.getArray(column).getArray());
    }
}
