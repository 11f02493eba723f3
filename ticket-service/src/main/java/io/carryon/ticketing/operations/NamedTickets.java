package io.carryon.ticketing.operations;

import io.carryon.ticketing.problem.ProblemException;
import io.carryon.ticketing.problem.Revision;
import io.carryon.ticketing.ticket.Ticket;
import io.carryon.ticketing.ticket.TicketNumber;
import io.carryon.ticketing.ticket.Tickets;
import jakarta.enterprise.context.ApplicationScoped;
import java.util.UUID;

/** The tickets that requests name: 404 where there is none. In the caller's transaction. */
@ApplicationScoped
public class NamedTickets {

    private final Tickets tickets;

    public NamedTickets(Tickets tickets) {
        this.tickets = tickets;
    }

    public Ticket one(UUID id) {
        return tickets.findByIdOptional(id).orElseThrow(() -> unknown(id));
    }

    /** Only that it exists matters. */
    public void require(UUID id) {
        one(id);
    }

    public Ticket numbered(TicketNumber number) {
        return tickets.byNumber(number).orElseThrow(() -> unknown(number));
    }

    /** Locked until the transaction ends. */
    public Ticket locked(UUID id) {
        return tickets.locked(id).orElseThrow(() -> unknown(id));
    }

    /** The same, if it is still what the caller has seen: 428 without If-Match, 412 when it has changed since. */
    public Ticket locked(UUID id, String ifMatch) {
        var ticket = locked(id);
        Revision.require(ifMatch, "ticket", ticket.revision());
        return ticket;
    }

    /** What is answered when there is none; {@code named} is its id or number. */
    public static ProblemException unknown(Object named) {
        return ProblemException.notFound("There is no ticket " + named + ".");
    }
}
