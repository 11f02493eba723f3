package io.carryon.ticketing.outbox;

import io.carryon.ticketing.ticket.Happening;
import java.util.List;
import java.util.Map;
import java.util.UUID;

/** Knows what customers can expect; what is published of a ticket says it. */
@FunctionalInterface
public interface Outlooks {

    /**
     * What the customers of tickets can expect after some events, by ticket; none for those that are done. Asked for once
     * all projections have followed the events, in their transaction; statements must not grow with the batch.
     */
    Map<UUID, Outlook> after(List<Happening> happenings);
}
