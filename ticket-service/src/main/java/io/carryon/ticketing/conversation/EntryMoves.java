package io.carryon.ticketing.conversation;

import io.carryon.ticketing.storage.Sql;
import io.carryon.ticketing.ticket.Channel;
import jakarta.enterprise.context.ApplicationScoped;
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

    private final Sql sql;

    public EntryMoves(DataSource database) {
        this.sql = new Sql(database);
    }

    /** Whether no other contact is on the ticket. */
    public boolean isAlone(UUID ticketId, UUID contactId) {
        return sql.first(ALONE, row -> row.getBoolean(1), ticketId, contactId).orElseThrow();
    }

    /** What the customer said in the contact and what staff replied to it, in order. */
    public List<UUID> ofContact(UUID ticketId, UUID contactId) {
        return sql.list(OF_CONTACT, Sql.ID, ticketId, contactId, contactId);
    }

    /** All that was said on the ticket, in order. */
    public List<UUID> all(UUID ticketId) {
        return sql.list(ALL, Sql.ID, ticketId);
    }

    /** The first entry of a contact that is on one of the tickets. */
    public Beginning beginning(List<UUID> ticketIds, UUID contactId) {
        return sql.first(
                        BEGINNING,
                        row -> new Beginning(
                                row.getObject(1, UUID.class),
                                Channel.valueOf(row.getString(2)),
                                row.getString(3),
                                row.getString(4)),
                        ticketIds,
                        contactId)
                .orElseThrow(() -> new IllegalStateException("The contact has no entry on its tickets"));
    }

    /** Gives the entries, in this order, the positions of another ticket from the first one on. */
    public void move(List<UUID> entryIds, UUID toTicketId, int firstPosition) {
        sql.update(MOVE, toTicketId, firstPosition, entryIds);
    }
}
