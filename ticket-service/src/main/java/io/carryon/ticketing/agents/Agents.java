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
import java.util.UUID;
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
                (id, name, roles, extension, sip_uri, queues, status, idle_since, seen_at)
            values (?, ?, ?, ?, ?, ?, ?, ?, ?)
            on conflict (id) do update set name = excluded.name, roles = excluded.roles, extension = excluded.extension,
                sip_uri = excluded.sip_uri, queues = excluded.queues,
                status = excluded.status, seen_at = excluded.seen_at,
                idle_since = case when a.status = 'available' or excluded.status <> 'available'
                    then a.idle_since else excluded.idle_since end
            returning *""";

    private static final String PAGE =
            "select * from ticketing.agent where (?::text is null or id > ?) order by id limit ?";

    private static final String DESKS = "select * from ticketing.agent where id = any(?)";

    private static final String NAMED =
            "select * from ticketing.agent where id = any(?) or extension = any(?) order by seen_at desc, id";

    // A row that somebody else writes now is left out: that one tells of themselves, or is seen at the next beat.
    private static final String SEEN = """
            update ticketing.agent set seen_at = greatest(seen_at, ?) where id in (
                select id from ticketing.agent where id = any(?) order by id for no key update skip locked)""";

    private static final String ROLES =
            "update ticketing.agent set roles = ? where id = ? and roles is distinct from ?::text[]";

    private static final String OCCUPY = "update ticketing.agent set idle_since = greatest(idle_since, ?) where id = ?";

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
                        desk.roles().toArray(String[]::new),
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

    /** Whether somebody seen then counts as present. */
    boolean isPresent(AgentDesk desk) {
        return desk.seenAt().isAfter(clock.instant().minus(config.goneAfter()));
    }

    /** They are there: their streams are open. It waits for nobody: who is written to meanwhile is left out. */
    public void seen(Collection<String> ids) {
        sql.update(SEEN, clock.instant(), ids.toArray(String[]::new));
    }

    /** The roles of the token they come with are kept, if they have told of themselves and had others. */
    public void has(String id, Collection<String> roles) {
        var kept = roles.stream().sorted().toArray(String[]::new);
        sql.update(ROLES, kept, id, kept);
    }

    /** They have something new to do: others have been idle for longer now. */
    public void occupy(String id, Instant now) {
        sql.update(OCCUPY, now, id);
    }

    static AgentDesk read(ResultSet row) throws SQLException {
        return new AgentDesk(
                row.getString("id"),
                row.getString("name"),
                Sql.texts(row, "roles"),
                row.getString("extension"),
                row.getString("sip_uri"),
                Sql.texts(row, "queues"),
                AgentStatus.valueOf(row.getString("status")),
                row.getObject("idle_since", OffsetDateTime.class).toInstant(),
                row.getObject("seen_at", OffsetDateTime.class).toInstant(),
                row.getObject("on_call", UUID.class));
    }
}
