package io.carryon.gateway.selfservice;

import io.carryon.gateway.storage.Sql;
import io.carryon.gateway.ticket.TicketChanged;
import io.carryon.gateway.ticket.TicketFollower;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.transaction.Transactional;
import java.util.List;
import java.util.UUID;

/** Keeps each request's state in step with its ticket. */
@ApplicationScoped
public class PortalTickets implements TicketFollower {

    private final Sql sql;

    public PortalTickets(Sql sql) {
        this.sql = sql;
    }

    /**
     * A change caused by a contact, or its move, ties the request to the ticket; later ones find it by the ticket.
     * Revisions count within one ticket, so an older one is only older when the ticket is the same; between tickets the
     * later tie holds. The end of a ticket that lives on in another one is no news: that its contact moved is.
     */
    @Override
    @Transactional
    public void follow(List<TicketChanged> tickets) {
        hold(tickets);
        var changes = tickets.stream()
                .filter(ticket -> !ticket.merged())
                .map(ticket -> new Object[] {
                    ticket.ticketId(),
                    ticket.number(),
                    ticket.status(),
                    ticket.revision(),
                    ticket.tiedContact(),
                    ticket.at(),
                    ticket.at(),
                    ticket.ticketId(),
                    ticket.revision(),
                    ticket.tiedContact(),
                    ticket.ticketId(),
                    ticket.at()
                })
                .toList();
        sql.batch("""
                update portal_request
                set ticket_id = ?, ticket_number = ?, ticket_status = ?, ticket_revision = ?,
                    tied_at = case when contact_id = ? then ? else tied_at end,
                    changed_at = greatest(changed_at, ?)
                where ticket_id = ? and ticket_revision < ?
                  or contact_id = ? and ticket_id is distinct from ? and (tied_at is null or tied_at <= ?)
                """, changes);
    }

    /** Takes the rows in the order in which requests are accepted, or the two would wait for each other. */
    private void hold(List<TicketChanged> tickets) {
        sql.query(
                """
                select 1 from portal_request where contact_id = any(?) or ticket_id = any(?)
                order by contact_id for update
                """,
                row -> 1,
                tickets.stream().map(TicketChanged::tiedContact).toArray(UUID[]::new),
                tickets.stream().map(TicketChanged::ticketId).toArray(UUID[]::new));
    }
}
