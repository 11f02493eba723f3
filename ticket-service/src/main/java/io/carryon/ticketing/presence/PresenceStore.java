package io.carryon.ticketing.presence;

import io.carryon.ticketing.storage.Sql;
import jakarta.enterprise.context.ApplicationScoped;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.Instant;
import java.time.OffsetDateTime;
import java.util.Collection;
import java.util.List;
import java.util.UUID;
import javax.sql.DataSource;

/** Who is on which ticket, for all instances, in the caller's transaction. */
@ApplicationScoped
class PresenceStore {

    private static final String STORE = """
            insert into ticketing.ticket_presence (ticket_id, agent, name, state, until) values (?, ?, ?, ?, ?)
            on conflict (ticket_id, agent) do update
            set name = excluded.name, state = excluded.state, until = excluded.until""";

    private static final String ON =
            "select * from ticketing.ticket_presence where ticket_id = ? and until > ? order by agent limit ?";

    private static final String AROUND = """
            select * from ticketing.ticket_presence
            where until > ? and ticket_id = any(array(
                select ticket_id from ticketing.ticket_presence where agent = any(?) and until > ?))
            order by ticket_id, agent""";

    private final Sql sql;

    PresenceStore(DataSource database) {
        this.sql = new Sql(database);
    }

    void store(Present present) {
        sql.update(
                STORE,
                present.ticketId(),
                present.agentId(),
                present.name(),
                present.state().name(),
                present.until());
    }

    void remove(UUID ticketId, String agentId) {
        sql.update("delete from ticketing.ticket_presence where ticket_id = ? and agent = ?", ticketId, agentId);
    }

    /** Who is on a ticket, so many at most. */
    List<Present> on(UUID ticketId, Instant now, int most) {
        return sql.list(ON, PresenceStore::read, ticketId, now, most);
    }

    /** Everybody on the tickets on which one of these is. */
    List<Present> around(Collection<String> agents, Instant now) {
        return sql.list(AROUND, PresenceStore::read, now, agents.toArray(String[]::new), now);
    }

    /** Forgets who has gone. */
    void sweep(Instant before) {
        sql.update("delete from ticketing.ticket_presence where until < ?", before);
    }

    private static Present read(ResultSet row) throws SQLException {
        return new Present(
                row.getObject("ticket_id", UUID.class),
                row.getString("agent"),
                row.getString("name"),
                Present.State.valueOf(row.getString("state")),
                row.getObject("until", OffsetDateTime.class).toInstant());
    }
}
