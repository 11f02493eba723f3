package io.carryon.ticketing.outbox;

import java.time.Instant;
import java.util.UUID;

/**
 * A row of the log as it is stored, its JSON unread. It {@code overtakes} when the ticket's event before it comes later
 * in the order of transactions: that one had its transaction's id later, but the ticket earlier.
 */
record StoredRow(
        UUID ticketId,
        int revision,
        String type,
        String payload,
        String state,
        String actorKind,
        String actor,
        String actorName,
        Instant at,
        String correlation,
        String outlook,
        OutboxPosition position,
        boolean overtakes) {

    /** Names the row, and the event {@code ticket.changed} made of it. */
    String name() {
        return ticketId + ":" + revision;
    }

    String nameOfTheOneBefore() {
        return ticketId + ":" + (revision - 1);
    }
}
