package io.carryon.ticketing.outbox;

import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.databind.ObjectMapper;
import io.carryon.ticketing.ticket.Actor;
import io.carryon.ticketing.ticket.TicketEvent;
import io.carryon.ticketing.ticket.TicketState;
import jakarta.enterprise.context.ApplicationScoped;
import java.sql.Connection;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.OffsetDateTime;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.UUID;

/** The statements of the relay, on a connection whose transaction the relay holds. */
@ApplicationScoped
class OutboxStore {

    // Rows of a transaction at or above the oldest open one may still get company below them: they have to wait.
    private static final String NEXT = """
            select ticket_id, revision, type, payload, state, actor_kind, actor, actor_name, at, correlation, xid, seq,
                   xid < pg_snapshot_xmin(pg_current_snapshot()) as settled
            from ticketing.ticket_event
            where (xid, seq) > (?::xid8, ?)
            order by xid, seq
            limit ?""";

    /** What may be published now, and whether there is more that cannot be yet. */
    record Rows(List<OutboxRow> settled, boolean heldBack) {}

    private final ObjectMapper json;

    OutboxStore(ObjectMapper json) {
        this.json = json;
    }

    /** The position, locked; empty when another relay holds it. */
    Optional<OutboxPosition> lockPosition(Connection connection, String name) throws SQLException {
        try (var lock = connection.prepareStatement(
                "select xid::text, seq from ticketing.outbox_position where name = ? for update skip locked")) {
            lock.setString(1, name);
            try (var found = lock.executeQuery()) {
                return found.next()
                        ? Optional.of(new OutboxPosition(found.getString(1), found.getLong(2)))
                        : Optional.empty();
            }
        }
    }

    Rows after(Connection connection, OutboxPosition position, int limit) throws SQLException {
        try (var select = connection.prepareStatement(NEXT)) {
            select.setString(1, position.xid());
            select.setLong(2, position.seq());
            select.setInt(3, limit);
            try (var found = select.executeQuery()) {
                var settled = new ArrayList<OutboxRow>();
                while (found.next()) {
                    if (!found.getBoolean("settled")) {
                        return new Rows(settled, true);
                    }
                    settled.add(row(found));
                }
                return new Rows(settled, false);
            }
        }
    }

    void move(Connection connection, String name, OutboxPosition position) throws SQLException {
        // Losing the position in a crash repeats events with the same ids; waiting for the disk here would cost
        // latency.
        try (var settings = connection.createStatement();
                var update = connection.prepareStatement(
                        "update ticketing.outbox_position set xid = ?::xid8, seq = ? where name = ?")) {
            settings.execute("set local synchronous_commit = off");
            update.setString(1, position.xid());
            update.setLong(2, position.seq());
            update.setString(3, name);
            update.executeUpdate();
        }
    }

    private OutboxRow row(ResultSet found) throws SQLException {
        try {
            var type = TicketEvent.Type.valueOf(found.getString("type"));
            return new OutboxRow(
                    found.getObject("ticket_id", UUID.class),
                    found.getInt("revision"),
                    json.readValue(found.getString("payload"), type.event()),
                    json.readValue(found.getString("state"), TicketState.class),
                    new Actor(
                            Actor.Kind.valueOf(found.getString("actor_kind")),
                            found.getString("actor"),
                            found.getString("actor_name")),
                    found.getObject("at", OffsetDateTime.class).toInstant(),
                    found.getString("correlation"),
                    new OutboxPosition(found.getString("xid"), found.getLong("seq")));
        } catch (JsonProcessingException e) {
            throw new IllegalStateException("A row of the log cannot be read", e);
        }
    }
}
