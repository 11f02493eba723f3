package io.carryon.ticketing.ticket;

import java.util.Collection;
import java.util.UUID;

/** A part that keeps words about tickets beside them. */
@FunctionalInterface
public interface TicketTexts {

    /** The tickets' customer was erased: what could name or describe them goes, in the caller's transaction. */
    void erase(Collection<UUID> ticketIds);
}
