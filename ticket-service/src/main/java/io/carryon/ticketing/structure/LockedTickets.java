package io.carryon.ticketing.structure;

import io.carryon.ticketing.operations.NamedTickets;
import io.carryon.ticketing.ticket.Ticket;
import io.carryon.ticketing.ticket.Tickets;
import java.util.List;
import java.util.UUID;

/** Two tickets that change together, locked in an order of their own, so that nobody who wants both waits for another. */
record LockedTickets(List<Ticket> found) {

    static LockedTickets of(Tickets tickets, UUID one, UUID other) {
        return new LockedTickets(tickets.locked(List.of(one, other)));
    }

    /** The ticket of that id, 404 when there is none. */
    Ticket named(UUID id) {
        return found.stream()
                .filter(ticket -> ticket.id().equals(id))
                .findFirst()
                .orElseThrow(() -> NamedTickets.unknown(id));
    }
}
