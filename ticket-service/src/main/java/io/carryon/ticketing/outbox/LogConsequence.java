package io.carryon.ticketing.outbox;

import io.carryon.ticketing.ticket.Ticket;
import java.util.Collection;

/**
 * What else happens to tickets because of what has happened to them. {@link TicketLog} asks every bean of this type before
 * it writes, in the transaction of the verb and under the tickets' locks; what they report stands in the log after it.
 */
@FunctionalInterface
public interface LogConsequence {

    /** Looks at the {@linkplain Ticket#happenings() happenings} of the tickets that are not in the log yet. */
    void follow(Collection<Ticket> tickets);
}
