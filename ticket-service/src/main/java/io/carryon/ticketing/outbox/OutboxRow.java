package io.carryon.ticketing.outbox;

import io.carryon.ticketing.ticket.Actor;
import io.carryon.ticketing.ticket.TicketEvent;
import io.carryon.ticketing.ticket.TicketState;
import java.time.Instant;
import java.util.UUID;

/** A row of the log as it is announced; {@code outlook} is null for a ticket that is done. */
record OutboxRow(
        UUID ticketId,
        int revision,
        TicketEvent event,
        TicketState state,
        Actor actor,
        Instant at,
        String correlation,
        Outlook outlook) {

    /** Names the row, and the event {@code ticket.changed} made of it. */
    String name() {
        return ticketId + ":" + revision;
    }
}
