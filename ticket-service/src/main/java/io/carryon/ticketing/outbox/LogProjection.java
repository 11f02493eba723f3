package io.carryon.ticketing.outbox;

import io.carryon.ticketing.ticket.Happening;
import java.util.List;

/**
 * What is kept beside the log and follows from it alone. {@link TicketLog} calls every bean of this type with what it
 * writes, in the transaction of the verb: either both are there or neither, and nobody sees one without the other.
 * What a projection holds can be counted again from the log at any time, with the same result.
 */
@FunctionalInterface
public interface LogProjection {

    /**
     * Follows events in their order; those of one ticket are in the order of their revisions. A batch holds events of
     * many tickets, so the number of statements must not grow with it.
     */
    void follow(List<Happening> happenings);
}
