package io.carryon.gateway.phone;

import io.carryon.gateway.storage.Sql;
import io.carryon.gateway.ticket.TicketChanged;
import io.carryon.gateway.ticket.TicketFollower;
import jakarta.enterprise.context.ApplicationScoped;
import java.util.List;

/**
 * Notes which ticket a call led to, for a zero-out that is asked again after it was answered without one, or after
 * the call was moved to another.
 */
@ApplicationScoped
public class CallTickets implements TicketFollower {

    private final Sql sql;

    public CallTickets(Sql sql) {
        this.sql = sql;
    }

    @Override
    public void follow(List<TicketChanged> tickets) {
        var changes = tickets.stream()
                .filter(ticket -> ticket.tiedContact() != null)
                .map(ticket -> new Object[] {
                    ticket.ticketId(),
                    ticket.number(),
                    ticket.queue(),
                    ticket.priority(),
                    ticket.opened(),
                    ticket.at(),
                    ticket.movedIn(),
                    ticket.tiedContact(),
                    ticket.movedIn(),
                    ticket.at()
                })
                .toList();
        // The answer kept for repeats names the ticket, so it does not outlive a move.
        sql.batch("""
                update phone_call set ticket_id = ?, ticket_number = ?, ticket_queue = ?, ticket_priority = ?,
                    ticket_opened = ?, tied_at = ?, answer = case when ? then null else answer end
                where contact_id = ? and (ticket_id is null or ? and (tied_at is null or tied_at <= ?))
                """, changes);
    }
}
