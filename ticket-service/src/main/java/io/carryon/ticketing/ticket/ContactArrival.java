package io.carryon.ticketing.ticket;

import java.nio.charset.StandardCharsets;
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

    /**
     * The same contact on an issue of its customer's own, with the issue it names as the related one. The id is derived,
     * so that the customer's next contact that names the same issue comes to the same ticket.
     */
    public ContactArrival onAnIssueOfItsOwn() {
        var own = UUID.nameUUIDFromBytes((issueId + "/" + customerId).getBytes(StandardCharsets.UTF_8));
        return new ContactArrival(contactId, entryId, channel, customerId, customerName, own, issueId, subject, at);
    }

    Actor actor() {
        return Actor.customer(customerId.toString(), customerName);
    }
}
