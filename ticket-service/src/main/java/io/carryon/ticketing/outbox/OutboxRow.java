package io.carryon.ticketing.outbox;

import io.carryon.ticketing.ticket.Actor;
import io.carryon.ticketing.ticket.TicketEvent;
import io.carryon.ticketing.ticket.TicketState;
import java.time.Instant;
import java.util.UUID;

/** A row of the log as the relay reads it. */
record OutboxRow(
        UUID ticketId,
        int revision,
        TicketEvent event,
        TicketState state,
        Actor actor,
        Instant at,
        String correlation,
        OutboxPosition position) {}
