package io.carryon.ticketing.conversation;

import io.carryon.ticketing.storage.OpenTransaction;
import io.carryon.ticketing.ticket.Channel;
import jakarta.enterprise.context.ApplicationScoped;
import java.sql.Connection;
import java.sql.PreparedStatement;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.util.ArrayList;
import java.util.List;
import java.util.UUID;
import javax.sql.DataSource;

/** Takes parts of a conversation to another ticket, in the caller's transaction, which holds both tickets' locks. */
@ApplicationScoped
public class EntryMoves {

    private static final String ALONE = """
            select not exists (select 1 from ticketing.entry
                where ticket_id = ? and kind = 'CONTACT' and contact_id <> ?)""";

    private static final String OF_CONTACT = """
            select id from ticketing.entry where ticket_id = ? and (contact_id = ? or answers = ?) order by position""";

    private static final String ALL = "select id from ticketing.entry where ticket_id = ? order by position";

    private static final String MOVE = """
            update ticketing.entry e set ticket_id = ?, position = ? + row.place::integer - 1
            from unnest(?) with ordinality as row (id, place) where e.id = row.id""";

    private static final String BEGINNING = """
            select id, channel, subject, author_name from ticketing.entry
            where ticket_id = any(?) and contact_id = ? order by at, position limit 1""";

    /** How a contact began: what a ticket of its own is made of. */
    public record Beginning(UUID entryId, Channel channel, String subject, String customerName) {}

    private final DataSource database;

    public EntryMoves(DataSource database) {
        this.database = database;
    }

    /** Whether no other contact is on the ticket. */
    public boolean isAlone(UUID ticketId, UUID contactId) {
        return run(ALONE, (connection, select) -> {
            select.setObject(1, ticketId);
            select.setObject(2, contactId);
            try (var found = select.executeQuery()) {
                found.next();
                return found.getBoolean(1);
            }
        });
    }

    /** What the customer said in the contact and what staff replied to it, in order. */
    public List<UUID> ofContact(UUID ticketId, UUID contactId) {
        return ids(OF_CONTACT, ticketId, contactId, contactId);
    }

    /** All that was said on the ticket, in order. */
    public List<UUID> all(UUID ticketId) {
        return ids(ALL, ticketId);
    }

    /** The first entry of a contact that is on one of the tickets. */
    public Beginning beginning(List<UUID> ticketIds, UUID contactId) {
        return run(BEGINNING, (connection, select) -> {
            select.setArray(1, connection.createArrayOf("uuid", ticketIds.toArray()));
            select.setObject(2, contactId);
            try (var found = select.executeQuery()) {
                if (!found.next()) {
                    throw new IllegalStateException("The contact has no entry on its tickets");
                }
                return new Beginning(
                        found.getObject(1, UUID.class),
                        Channel.valueOf(found.getString(2)),
                        found.getString(3),
                        found.getString(4));
            }
        });
    }

    /** Gives the entries, in this order, the positions of another ticket from the first one on. */
    public void move(List<UUID> entryIds, UUID toTicketId, int firstPosition) {
        run(MOVE, (connection, update) -> {
            update.setObject(1, toTicketId);
            update.setInt(2, firstPosition);
            update.setArray(3, connection.createArrayOf("uuid", entryIds.toArray()));
            return update.executeUpdate();
        });
    }

    private List<UUID> ids(String sql, UUID... values) {
        return run(sql, (connection, select) -> {
            for (var at = 0; at < values.length; at++) {
                select.setObject(at + 1, values[at]);
            }
            try (ResultSet found = select.executeQuery()) {
                var ids = new ArrayList<UUID>();
                while (found.next()) {
                    ids.add(found.getObject(1, UUID.class));
                }
                return ids;
            }
        });
    }

    @FunctionalInterface
    private interface Step<T> {

        T take(Connection connection, PreparedStatement statement) throws SQLException;
    }

    private <T> T run(String sql, Step<T> step) {
        try (var connection = OpenTransaction.of(database);
                var statement = connection.prepareStatement(sql)) {
            return step.take(connection, statement);
        } catch (SQLException e) {
            throw new IllegalStateException("The entries cannot be moved", e);
        }
    }
}
