package io.carryon.ticketing.outbox;

import io.carryon.ticketing.storage.Sql;
import io.carryon.ticketing.ticket.Happening;
import io.carryon.ticketing.ticket.TicketEvent;
import jakarta.enterprise.context.ApplicationScoped;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.OffsetDateTime;
import java.util.Collection;
import java.util.List;
import java.util.Set;
import java.util.UUID;
import javax.sql.DataSource;

/** What happened to some tickets, read again from the log to count from it what was counted when it was written. */
@ApplicationScoped
public class LogHistory {

    private static final String EVENTS = """
            select ticket_id, revision, type, payload, state, actor_kind, actor, actor_name, at, correlation
            from ticketing.ticket_event
            where ticket_id = any(?) and type <> all(?)
            order by ticket_id, revision""";

    private final Sql sql;
    private final RowReader reader;

    LogHistory(DataSource database, RowReader reader) {
        this.sql = new Sql(database);
        this.reader = reader;
    }

    /**
     * The events of tickets but for some types, ticket after ticket in the order of their revisions, in the caller's
     * transaction; all of them are held in memory.
     *
     * @throws IllegalStateException when a row cannot be read
     */
    public List<Happening> of(Collection<UUID> tickets, Set<TicketEvent.Type> without) {
        var names = without.stream().map(TicketEvent.Type::name).toArray(String[]::new);
        return sql.list(EVENTS, this::happening, tickets, names);
    }

    private Happening happening(ResultSet row) throws SQLException {
        try {
            var read = reader.read(new StoredRow(
                    row.getObject("ticket_id", UUID.class),
                    row.getInt("revision"),
                    row.getString("type"),
                    row.getString("payload"),
                    row.getString("state"),
                    row.getString("actor_kind"),
                    row.getString("actor"),
                    row.getString("actor_name"),
                    row.getObject("at", OffsetDateTime.class).toInstant(),
                    row.getString("correlation"),
                    null,
                    OutboxPosition.START,
                    false));
            return new Happening(read.ticketId(), read.revision(), read.event(), read.state(), read.actor(), read.at());
        } catch (UnreadableRowException e) {
            throw new IllegalStateException(e);
        }
    }
}
