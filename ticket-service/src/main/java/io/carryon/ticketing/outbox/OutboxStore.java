package io.carryon.ticketing.outbox;

import jakarta.enterprise.context.ApplicationScoped;
import java.sql.Connection;
import java.sql.PreparedStatement;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.Instant;
import java.time.OffsetDateTime;
import java.util.ArrayList;
import java.util.Optional;
import java.util.UUID;

/** The statements of the relay, on a connection whose transaction the relay holds. */
@ApplicationScoped
class OutboxStore {

    // Losing the position in a crash repeats events with the same ids; waiting for the disk would cost latency.
    private static final String LOCK = """
            select epoch, xid::text, seq, set_config('synchronous_commit', 'off', true)
            from ticketing.outbox_position where name = ? for update skip locked""";

    // Rows of a transaction at or above the oldest open one may still get company below them: they have to wait.
    private static final String NEXT = """
            select e.*, e.xid < pg_snapshot_xmin(pg_current_snapshot()) as settled,
                   e.revision > 1 and coalesce(
                       (select (p.epoch, p.xid, p.seq) > (e.epoch, e.xid, e.seq) from ticketing.ticket_event p
                        where p.ticket_id = e.ticket_id and p.revision = e.revision - 1), false) as overtakes
            from ticketing.ticket_event e
            where (e.epoch, e.xid, e.seq) > (?, ?::xid8, ?)
            order by e.epoch, e.xid, e.seq
            limit ?""";

    private static final String ONE = "select e.*, false as overtakes from ticketing.ticket_event e"
            + " where e.ticket_id = ? and e.revision = ?";

    // Lateral, so that the index is entered at the position: as a join the whole log is read when all is published.
    private static final String OLDEST = """
            select e.at from ticketing.outbox_position o cross join lateral (
                select at from ticketing.ticket_event where (epoch, xid, seq) > (o.epoch, o.xid, o.seq)
                order by epoch, xid, seq limit 1) e
            where o.name = ?""";

    private static final String OLDEST_TRANSACTION = """
            select format('process %s (%s, %s) since %s', pid, application_name, state, xact_start)
            from pg_stat_activity where backend_xid is not null order by age(backend_xid) desc limit 1""";

    /** How many rows are fetched at once. */
    static final int FETCH = 50;

    /** How many characters of JSON a row may have on average. */
    private static final int CHARACTERS = 20_000;

    /** The position, locked; empty when another relay holds it. */
    Optional<OutboxPosition> lockPosition(Connection connection, String name) throws SQLException {
        try (var lock = connection.prepareStatement(LOCK)) {
            lock.setString(1, name);
            try (var found = lock.executeQuery()) {
                return found.next()
                        ? Optional.of(new OutboxPosition(found.getInt(1), found.getString(2), found.getLong(3)))
                        : Optional.empty();
            }
        }
    }

    /** At most {@code limit} rows after the position, fewer when they are large. */
    OutboxWindow after(Connection connection, OutboxPosition position, int limit) throws SQLException {
        try (var select = connection.prepareStatement(NEXT)) {
            select.setFetchSize(FETCH);
            select.setInt(1, position.epoch());
            select.setString(2, position.xid());
            select.setLong(3, position.seq());
            select.setInt(4, limit);
            return window(select, limit);
        }
    }

    /** The settled rows that a statement finds, fewer than {@code limit} when they are large. */
    static OutboxWindow window(PreparedStatement select, int limit) throws SQLException {
        try (var found = select.executeQuery()) {
            var settled = new ArrayList<StoredRow>();
            var room = (long) limit * CHARACTERS;
            while (room > 0 && found.next()) {
                if (!found.getBoolean("settled")) {
                    return new OutboxWindow(settled, true, false);
                }
                var row = row(found);
                settled.add(row);
                room -= row.payload().length() + row.state().length();
            }
            return new OutboxWindow(settled, false, room <= 0 || settled.size() == limit);
        }
    }

    /** One row, by its ticket and revision. */
    Optional<StoredRow> one(Connection connection, UUID ticketId, int revision) throws SQLException {
        try (var select = connection.prepareStatement(ONE)) {
            select.setObject(1, ticketId);
            select.setInt(2, revision);
            try (var found = select.executeQuery()) {
                return found.next() ? Optional.of(row(found)) : Optional.empty();
            }
        }
    }

    void move(Connection connection, String name, OutboxPosition position) throws SQLException {
        try (var update = connection.prepareStatement(
                "update ticketing.outbox_position set epoch = ?, xid = ?::xid8, seq = ? where name = ?")) {
            update.setInt(1, position.epoch());
            update.setString(2, position.xid());
            update.setLong(3, position.seq());
            update.setString(4, name);
            update.executeUpdate();
        }
    }

    /** When the oldest row happened that is not published; empty when all are. */
    Optional<Instant> oldest(Connection connection, String name) throws SQLException {
        try (var select = connection.prepareStatement(OLDEST)) {
            select.setString(1, name);
            try (var found = select.executeQuery()) {
                return found.next()
                        ? Optional.of(found.getObject(1, OffsetDateTime.class).toInstant())
                        : Optional.empty();
            }
        }
    }

    /** The transaction everything waits for, in words for an operator. */
    String oldestTransaction(Connection connection) throws SQLException {
        try (var select = connection.prepareStatement(OLDEST_TRANSACTION);
                var found = select.executeQuery()) {
            return found.next() ? found.getString(1) : "unknown: the account may not see other accounts' transactions";
        }
    }

    private static StoredRow row(ResultSet found) throws SQLException {
        return new StoredRow(
                found.getObject("ticket_id", UUID.class),
                found.getInt("revision"),
                found.getString("type"),
                found.getString("payload"),
                found.getString("state"),
                found.getString("actor_kind"),
                found.getString("actor"),
                found.getString("actor_name"),
                found.getObject("at", OffsetDateTime.class).toInstant(),
                found.getString("correlation"),
                found.getString("outlook"),
                new OutboxPosition(found.getInt("epoch"), found.getString("xid"), found.getLong("seq")),
                found.getBoolean("overtakes"));
    }
}
