package io.carryon.ticketing.outbox;

import io.carryon.ticketing.ticket.TicketEvent;
import jakarta.enterprise.context.ApplicationScoped;
import java.sql.Connection;
import java.sql.SQLException;
import java.util.Set;

/** The statements of those who follow the log, on a connection whose transaction the caller holds. */
@ApplicationScoped
class LogStore {

    private static final String NEXT = """
            select e.*, e.xid < pg_snapshot_xmin(pg_current_snapshot()) as settled, false as overtakes
            from ticketing.ticket_event e
            where (e.epoch, e.xid, e.seq) > (?, ?::xid8, ?) and e.type = any(?)
            order by e.epoch, e.xid, e.seq
            limit ?""";

    // By the columns, which are named in full: the text of a transaction's id has another order.
    private static final String END = """
            select e.epoch, e.xid::text, e.seq from ticketing.ticket_event e
            where e.xid < pg_snapshot_xmin(pg_current_snapshot())
            order by e.epoch desc, e.xid desc, e.seq desc limit 1""";

    private static final String WITHIN = """
            select (? = 0 or exists (select 1 from ticketing.ticket_event where (epoch, xid, seq) = (?, ?::xid8, ?)))
               and not exists (select 1 from ticketing.ticket_event where (epoch, xid, seq) > (?, ?::xid8, ?)
                               order by epoch, xid, seq offset ? limit 1)""";

    /** At most {@code limit} rows of some types after the position, fewer when they are large. */
    OutboxWindow after(Connection connection, OutboxPosition position, Set<TicketEvent.Type> types, int limit)
            throws SQLException {
        try (var select = connection.prepareStatement(NEXT)) {
            select.setFetchSize(OutboxStore.FETCH);
            select.setInt(1, position.epoch());
            select.setString(2, position.xid());
            select.setLong(3, position.seq());
            select.setArray(
                    4,
                    connection.createArrayOf(
                            "text", types.stream().map(TicketEvent.Type::name).toArray()));
            select.setInt(5, limit);
            return OutboxStore.window(select, limit);
        }
    }

    /** The place of the last row that no open transaction can get company for. */
    OutboxPosition end(Connection connection) throws SQLException {
        try (var select = connection.prepareStatement(END);
                var found = select.executeQuery()) {
            return found.next()
                    ? new OutboxPosition(found.getInt(1), found.getString(2), found.getLong(3))
                    : OutboxPosition.START;
        }
    }

    /** Whether there is a row at the place, or it is the start, and not more than {@code rows} come after it. */
    boolean isWithin(Connection connection, OutboxPosition place, int rows) throws SQLException {
        try (var select = connection.prepareStatement(WITHIN)) {
            select.setLong(1, place.seq());
            for (var at : new int[] {2, 5}) {
                select.setInt(at, place.epoch());
                select.setString(at + 1, place.xid());
                select.setLong(at + 2, place.seq());
            }
            select.setInt(8, rows);
            try (var found = select.executeQuery()) {
                found.next();
                return found.getBoolean(1);
            }
        }
    }
}
