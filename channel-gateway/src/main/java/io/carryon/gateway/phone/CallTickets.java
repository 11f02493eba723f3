package io.carryon.gateway.phone;

import io.carryon.gateway.storage.Sql;
import io.carryon.gateway.ticket.TicketChanged;
import io.carryon.gateway.ticket.TicketFollower;
import jakarta.enterprise.context.ApplicationScoped;
import java.util.List;

/** Notes which ticket a call led to, for a zero-out that is asked again after it was answered without one. */
@ApplicationScoped
public class CallTickets implements TicketFollower {

    private final Sql sql;

    public CallTickets(Sql sql) {
        this.sql = sql;
    }

    @Override
    public void follow(List<TicketChanged> tickets) {
        var changes = tickets.stream()
                .filter(ticket -> ticket.contactId() != null)
                .map(ticket -> new Object[] {
                    ticket.ticketId(),
                    ticket.number(),
                    ticket.queue(),
                    ticket.priority(),
                    ticket.opened(),
                    ticket.contactId()
                })
                .toList();
        sql.batch("""
                update phone_call set ticket_id = ?, ticket_number = ?, ticket_queue = ?, ticket_priority = ?,
                    ticket_opened = ?
                where contact_id = ? and ticket_id is null
                """, changes);
    }
}
