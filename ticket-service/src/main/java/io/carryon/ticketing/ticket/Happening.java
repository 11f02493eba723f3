package io.carryon.ticketing.ticket;

import java.time.Instant;
import java.util.UUID;

/** An event with its place in the ticket's log, who caused it, and the state it led to. */
public record Happening(UUID ticketId, int revision, TicketEvent event, TicketState after, Actor actor, Instant at) {

    /** The same arrival of a contact, a call that was offered to somebody. */
    public Happening offered(Offer offer) {
        return event instanceof TicketEvent.ContactTied tied
                ? new Happening(ticketId, revision, tied.offered(offer), after, actor, at)
                : this;
    }
}
