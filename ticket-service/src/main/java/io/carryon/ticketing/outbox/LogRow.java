package io.carryon.ticketing.outbox;

import io.carryon.ticketing.ticket.TicketEvent;
import io.carryon.ticketing.ticket.TicketState;
import java.time.Instant;
import java.util.UUID;

/** An event of some ticket's log with its place among those of all tickets. */
public record LogRow(
        OutboxPosition position, UUID ticketId, int revision, TicketEvent event, TicketState state, Instant at) {}
