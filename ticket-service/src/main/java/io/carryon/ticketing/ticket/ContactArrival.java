package io.carryon.ticketing.ticket;

import java.time.Instant;
import java.util.UUID;

/** What a ticket needs to know of a recognized contact. */
public record ContactArrival(
        UUID contactId,
        UUID entryId,
        Channel channel,
        UUID customerId,
        String customerName,
        UUID issueId,
        UUID relatedIssueId,
        String subject,
        Instant at) {

    Actor actor() {
        return Actor.customer(customerId.toString(), customerName);
    }
}
