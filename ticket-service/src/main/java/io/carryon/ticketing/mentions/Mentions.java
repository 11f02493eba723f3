package io.carryon.ticketing.mentions;

import static io.carryon.ticketing.storage.ManyRows.column;

import io.carryon.ticketing.outbox.LogProjection;
import io.carryon.ticketing.storage.ManyRows;
import io.carryon.ticketing.storage.Sql;
import io.carryon.ticketing.ticket.Happening;
import io.carryon.ticketing.ticket.TicketEvent;
import jakarta.enterprise.context.ApplicationScoped;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.Instant;
import java.time.OffsetDateTime;
import java.util.List;
import java.util.UUID;
import java.util.stream.Stream;
import javax.sql.DataSource;

/** Who was named in which note, beside the log: one statement for a batch. What was noted stays with the entry. */
@ApplicationScoped
class Mentions implements LogProjection {

    private static final String PAGE = """
            select m.*, t.number, t.subject from ticketing.mention m join ticketing.ticket t on t.id = m.ticket_id
            where m.agent = ? and t.queue <> all(?) and (m.at, m.entry_id) < (?, ?)%s
            order by m.at desc, m.entry_id desc limit ?""";

    private static final String ALL = PAGE.formatted("");
    private static final String UNREAD = PAGE.formatted(" and m.read_at is null");

    private static final String READ = """
            update ticketing.mention set read_at = coalesce(read_at, ?) where agent = ? and entry_id = ?""";

    private static final ManyRows<Mention> ROWS = new ManyRows<>(
                    "ticketing.mention",
                    column("agent", "text", Mention::agent),
                    column("entry_id", "uuid", Mention::entryId),
                    column("ticket_id", "uuid", Mention::ticketId),
                    column("at", "timestamptz", Mention::at),
                    column("by_id", "text", Mention::byId),
                    column("by_name", "text", Mention::byName))
            .unlessThere();

    /** Somebody was named; number and subject of the ticket are known when it was read. */
    record Mention(
            String agent,
            UUID entryId,
            UUID ticketId,
            Instant at,
            String byId,
            String byName,
            Instant readAt,
            String number,
            String subject) {}

    private final DataSource database;
    private final Sql sql;

    Mentions(DataSource database) {
        this.database = database;
        this.sql = new Sql(database);
    }

    @Override
    public void follow(List<Happening> happenings) {
        ROWS.insert(database, happenings.stream().flatMap(Mentions::of).toList());
    }

    /** Mentions of somebody before a place, the last first; not those on tickets of hidden queues. */
    List<Mention> page(String agent, String[] hidden, boolean unread, Instant before, UUID beforeEntry, int limit) {
        return sql.list(unread ? UNREAD : ALL, Mentions::read, agent, hidden, before, beforeEntry, limit);
    }

    /** Whether there is such a mention; it is read now. */
    boolean read(String agent, UUID entryId, Instant at) {
        return sql.update(READ, at, agent, entryId) == 1;
    }

    private static Stream<Mention> of(Happening happening) {
        return happening.event() instanceof TicketEvent.Noted note && note.mentions() != null
                ? note.mentions().stream()
                        .map(agent -> new Mention(
                                agent,
                                note.entryId(),
                                happening.ticketId(),
                                happening.at(),
                                happening.actor().id(),
                                happening.actor().name(),
                                null,
                                null,
                                null))
                : Stream.empty();
    }

    private static Mention read(ResultSet row) throws SQLException {
        var readAt = row.getObject("read_at", OffsetDateTime.class);
        return new Mention(
                row.getString("agent"),
                row.getObject("entry_id", UUID.class),
                row.getObject("ticket_id", UUID.class),
                row.getObject("at", OffsetDateTime.class).toInstant(),
                row.getString("by_id"),
                row.getString("by_name"),
                readAt == null ? null : readAt.toInstant(),
                row.getString("number"),
                row.getString("subject"));
    }
}
