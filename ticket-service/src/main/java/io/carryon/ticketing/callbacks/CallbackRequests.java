package io.carryon.ticketing.callbacks;

import io.carryon.ticketing.ticket.Ticket;
import jakarta.enterprise.context.ApplicationScoped;
import java.time.Clock;
import java.util.Collection;
import java.util.List;
import java.util.Set;
import java.util.UUID;
import java.util.stream.Collectors;

/** Keeps what customers wish by phone, in the caller's transaction, which holds the locks of the tickets. */
@ApplicationScoped
public class CallbackRequests {

    private final Callbacks callbacks;
    private final Clock clock;

    CallbackRequests(Callbacks callbacks, Clock clock) {
        this.callbacks = callbacks;
        this.clock = clock;
    }

    /** The live callbacks of tickets and those named, by a number of statements that does not grow with them. */
    public CallbackBook book(Set<UUID> tickets, Set<UUID> named) {
        return new CallbackBook(callbacks, clock).read(tickets, named);
    }

    /** Contacts were brought together on the ticket: one of their callbacks stays live. */
    public void keepOne(Ticket ticket) {
        book(Set.of(ticket.id()), Set.of()).keepOne(ticket, clock.instant());
        callbacks.flush();
    }

    /** The tickets on which somebody is to be called back about one of the contacts. */
    public List<UUID> ticketsWithLive(Collection<UUID> contacts) {
        return callbacks.ticketsWithLive(contacts);
    }

    /** Nobody is called back about the contacts any more. */
    public void withdraw(List<Ticket> tickets, Collection<UUID> contacts) {
        if (!tickets.isEmpty()) {
            var book = book(tickets.stream().map(Ticket::id).collect(Collectors.toSet()), Set.of());
            tickets.forEach(ticket -> book.withdraw(ticket, Set.copyOf(contacts), clock.instant()));
        }
    }

    /** What they say of customers who are to be forgotten goes. */
    public void erase(Collection<UUID> contacts) {
        callbacks.erase(contacts);
    }
}
