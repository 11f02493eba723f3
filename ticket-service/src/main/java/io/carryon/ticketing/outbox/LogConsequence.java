package io.carryon.ticketing.outbox;

import io.carryon.ticketing.ticket.Ticket;

/**
 * What else happens to a ticket because of what has happened to it. {@link TicketLog} asks every bean of this type before
 * it writes, in the transaction of the verb and under the ticket's lock; what they report stands in the log after it.
 */
@FunctionalInterface
public interface LogConsequence {

    /** Looks at the {@linkplain Ticket#happenings() happenings} of the ticket that are not in the log yet. */
    void follow(Ticket ticket);
}
