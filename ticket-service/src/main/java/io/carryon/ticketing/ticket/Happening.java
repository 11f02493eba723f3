package io.carryon.ticketing.ticket;

import java.time.Instant;
import java.util.UUID;

/** An event with its place in the ticket's log, who caused it, and the state it led to. */
public record Happening(UUID ticketId, int revision, TicketEvent event, TicketState after, Actor actor, Instant at) {}
