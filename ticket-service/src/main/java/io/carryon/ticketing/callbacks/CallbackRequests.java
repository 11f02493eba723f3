package io.carryon.ticketing.callbacks;

import io.carryon.ticketing.ticket.Ticket;
import jakarta.enterprise.context.ApplicationScoped;
import java.time.Clock;
import java.util.Collection;
import java.util.Set;
import java.util.UUID;

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

    /** What they say of customers who are to be forgotten goes. */
    public void erase(Collection<UUID> contacts) {
        callbacks.erase(contacts);
    }
}
