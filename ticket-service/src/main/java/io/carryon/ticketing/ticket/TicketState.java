package io.carryon.ticketing.ticket;

import java.time.Instant;
import java.util.UUID;

/** A ticket as it stood after an event, so that the log can be read without the ticket. */
public record TicketState(
        String number,
        UUID issueId,
        UUID customerId,
        String subject,
        TicketStatus status,
        String queue,
        String owner,
        Priority priority,
        Instant openedAt) {}
