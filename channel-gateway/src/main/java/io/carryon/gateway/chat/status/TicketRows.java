package io.carryon.gateway.chat.status;

import io.carryon.gateway.storage.Sql;
import io.carryon.gateway.ticket.TicketChanged;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.transaction.Transactional;
import java.util.ArrayList;
import java.util.List;
import java.util.UUID;
import java.util.stream.Stream;

/** What the rows of chats say of their tickets. */
@ApplicationScoped
class TicketRows {

    private static final TicketChanged.Outlook NONE = new TicketChanged.Outlook(null, null, null, false);

    /** By contacts, tickets and tickets that took others over; each has its index. */
    static final String HOLD = """
            select session_id from chat_session
            where contact_id = any(?) or ticket_id = any(?) or merged <> '{}' and merged && ?
            order by session_id for update
            """;

    private final Sql sql;

    TicketRows(Sql sql) {
        this.sql = sql;
    }

    /**
     * A change caused by a contact, or its move, ties the chat to the ticket; later ones find it by the ticket. Revisions
     * count within one ticket, between tickets the later tie holds. The end of a ticket that lives on in another one is no
     * news: the other one says that it took it. Returns the chats that may have changed.
     */
    @Transactional
    List<UUID> follow(List<TicketChanged> tickets) {
        var chats = hold(tickets);
        if (chats.isEmpty()) {
            return chats;
        }
        var changes = new ArrayList<Object[]>();
        for (var ticket : tickets) {
            if (ticket.absorbed() || ticket.unmerged()) {
                update(changes);
                changes.clear();
                relocate(ticket);
            }
            if (!ticket.merged()) {
                changes.add(values(ticket));
            }
        }
        update(changes);
        return chats;
    }

    /** The rows are taken in one order by all who take several. */
    private List<UUID> hold(List<TicketChanged> tickets) {
        return sql.query(
                HOLD,
                row -> row.getObject(1, UUID.class),
                tickets.stream().map(TicketChanged::tiedContact).toArray(UUID[]::new),
                tickets.stream()
                        .flatMap(ticket ->
                                Stream.of(ticket.ticketId(), ticket.absorbed() ? ticket.otherTicketId() : null))
                        .toArray(UUID[]::new),
                tickets.stream()
                        .filter(TicketChanged::unmerged)
                        .map(TicketChanged::ticketId)
                        .toArray(UUID[]::new));
    }

    private void update(List<Object[]> changes) {
        sql.batch("""
                update chat_session
                set merged = case when ticket_id = ? then merged else '{}' end,
                    ticket_id = ?, ticket_number = ?, ticket_status = ?, ticket_revision = ?, ticket_queue = ?,
                    owner_name = ?, next_step = ?, next_step_code = ?, next_update_by = ?,
                    waiting_since = case when ? then null else waiting_since end,
                    tied_at = case when contact_id = ? then ? else tied_at end
                where ticket_id = ? and ticket_revision < ?
                  or contact_id = ? and ticket_id is distinct from ? and (tied_at is null or tied_at <= ?)
                """, changes);
    }

    private static Object[] values(TicketChanged ticket) {
        var outlook = ticket.outlook() == null ? NONE : ticket.outlook();
        return new Object[] {
            ticket.ticketId(),
            ticket.ticketId(),
            ticket.number(),
            ticket.status(),
            ticket.revision(),
            ticket.queue(),
            ticket.ownerName(),
            outlook.nextStep(),
            outlook.nextStepCode(),
            outlook.nextUpdateBy(),
            isResolved(ticket),
            ticket.tiedContact(),
            ticket.at(),
            ticket.ticketId(),
            ticket.revision(),
            ticket.tiedContact(),
            ticket.ticketId(),
            ticket.at()
        };
    }

    private static boolean isResolved(TicketChanged ticket) {
        return "RESOLVED".equals(ticket.status()) || "CLOSED".equals(ticket.status());
    }

    /** The two tickets' events come in any order among each other: the later word holds. */
    private void relocate(TicketChanged ticket) {
        if (ticket.absorbed()) {
            sql.update("""
                    update chat_session set merged = merged || ticket_id, ticket_id = ?, ticket_revision = 0, merged_at = ?
                    where ticket_id = ? and (merged_at is null or merged_at < ?)
                    """, ticket.ticketId(), ticket.at(), ticket.otherTicketId(), ticket.at());
        } else {
            sql.update("""
                    update chat_session set ticket_id = ?, ticket_revision = 0, merged_at = ?,
                        merged = merged[1 : array_position(merged, ?) - 1]
                    where merged <> '{}' and merged @> array[?] and (merged_at is null or merged_at < ?)
                    """, ticket.ticketId(), ticket.at(), ticket.ticketId(), ticket.ticketId(), ticket.at());
        }
    }
}
