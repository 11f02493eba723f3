package io.carryon.ticketing.outbox;

import io.carryon.ticketing.ticket.Actor;
import io.carryon.ticketing.ticket.TicketEvent;
import io.carryon.ticketing.ticket.TicketState;
import java.time.Instant;
import java.util.UUID;

/**
 * A row of the log as it is announced.
 *
 * @param outlook null for a ticket that is done
 * @param ownerName what the owner is called, null without one and where nobody knows
 */
record OutboxRow(
        UUID ticketId,
        int revision,
        TicketEvent event,
        TicketState state,
        Actor actor,
        Instant at,
        String correlation,
        Outlook outlook,
        String ownerName) {

    /** The same with its owner's name. */
    OutboxRow ownedBy(String name) {
        return new OutboxRow(ticketId, revision, event, state, actor, at, correlation, outlook, name);
    }

    /** Names the row, and the event {@code ticket.changed} made of it. */
    String name() {
        return ticketId + ":" + revision;
    }
}
