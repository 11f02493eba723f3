package io.carryon.ticketing.callbacks;

import io.carryon.ticketing.storage.Sql;
import jakarta.enterprise.context.ApplicationScoped;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.Instant;
import java.util.Collection;
import java.util.List;
import java.util.Optional;
import java.util.UUID;
import javax.sql.DataSource;

/** Shows callbacks with the tickets they are about, in the caller's transaction. */
@ApplicationScoped
public class CallbackViews {

    private static final String SELECT = """
            select c.*, t.id as ticket_id, t.number as ticket_number, t.subject, t.queue, t.owner, t.customer_name
            from ticketing.callback c cross join lateral (
                select e.ticket_id from ticketing.entry e where e.contact_id = c.contact_id
                order by e.at, e.position limit 1) as e
            join ticketing.ticket t on t.id = e.ticket_id
            """;

    private static final String ONE = SELECT + "where c.id = ?";

    private static final String PAGE = SELECT + """
            where (?::text is null or c.state = ?) and (?::text is null or t.queue = ?) and t.queue <> all(?)
              and (?::timestamptz is null
                  or (c.state not in ('requested', 'offered'), c.requested_at, c.id) > (?, ?, ?))
            order by c.state not in ('requested', 'offered'), c.requested_at, c.id limit ?""";

    private static final String OF_CONTACTS = SELECT + """
            where c.contact_id = any(?) order by c.state in ('requested', 'offered') desc, c.changed_at desc""";

    private static final String OF_TICKET = SELECT + """
            where c.contact_id = any(array(select contact_id from ticketing.entry where ticket_id = ?))
              and c.state in ('requested', 'offered')
            order by c.state = 'requested' desc, c.changed_at desc limit 1""";

    private final Sql sql;

    public CallbackViews(DataSource database) {
        this.sql = new Sql(database);
    }

    /** The place in the list after a callback. */
    record Mark(boolean isSettled, Instant requestedAt, UUID id) {

        private static final Mark NONE = new Mark(false, null, null);

        static Mark after(CallbackView callback) {
            return new Mark(!callback.state().isLive(), callback.requestedAt(), callback.id());
        }
    }

    Optional<CallbackView> one(UUID id) {
        return sql.first(ONE, CallbackViews::read, id);
    }

    /** The live ones first, of them those that wait longest; a filter or mark that is null does not count; {@code hidden} queues are left out. */
    List<CallbackView> page(CallbackState state, String queue, Mark mark, String[] hidden, int limit) {
        var name = state == null ? null : state.name();
        var from = mark == null ? Mark.NONE : mark;
        return sql.list(
                PAGE,
                CallbackViews::read,
                name,
                name,
                queue,
                queue,
                hidden,
                from.requestedAt,
                from.isSettled,
                from.requestedAt,
                from.id,
                limit);
    }

    /** Those that were asked for in, or offered after, one of the contacts: live ones first, then the latest. */
    public List<CallbackView> ofContacts(Collection<UUID> contacts) {
        return sql.list(OF_CONTACTS, CallbackViews::read, contacts);
    }

    /** The live one of the ticket. */
    public Optional<CallbackView> ofTicket(UUID ticketId) {
        return sql.first(OF_TICKET, CallbackViews::read, ticketId);
    }

    private static CallbackView read(ResultSet row) throws SQLException {
        return new CallbackView(
                row.getObject("id", UUID.class),
                CallbackState.valueOf(row.getString("state")),
                row.getString("number"),
                Sql.instant(row, "not_before"),
                Sql.instant(row, "not_after"),
                row.getObject("contact_id", UUID.class),
                new CallbackView.Ticket(
                        row.getObject("ticket_id", UUID.class),
                        row.getString("ticket_number"),
                        row.getString("subject"),
                        row.getString("queue"),
                        row.getString("owner"),
                        row.getString("customer_name")),
                row.getString("note"),
                row.getString("settled_by"),
                Sql.instant(row, "requested_at"),
                Sql.instant(row, "changed_at"),
                row.getInt("version"));
    }
}
