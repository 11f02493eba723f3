package io.carryon.ticketing.ticket;

import java.nio.charset.StandardCharsets;
import java.time.Instant;
import java.util.Set;
import java.util.UUID;

/**
 * What a ticket needs to know of a recognized contact.
 *
 * @param customerId whose contact it is: the member of the group of merged customers
 * @param group everybody who is the same person as far as recognition knows; the customer alone where nobody was merged
 * @param receivedAt when it came to us
 * @param topic what it is about, or null
 * @param tier what the customer is worth to us, or null
 * @param afterthought whether it only adds to what was said before, as the recording of a call does
 * @param thanks whether it says thank you and nothing else
 * @param at now
 */
public record ContactArrival(
        UUID contactId,
        UUID entryId,
        Channel channel,
        UUID customerId,
        Set<UUID> group,
        String customerName,
        UUID issueId,
        UUID relatedIssueId,
        String subject,
        Instant receivedAt,
        String topic,
        String tier,
        boolean afterthought,
        boolean thanks,
        Instant at) {

    /**
     * The same contact on an issue of its customer's own, with the issue it names as the related one. The id is derived,
     * so that the customer's next contact that names the same issue comes to the same ticket.
     */
    public ContactArrival onAnIssueOfItsOwn() {
        var own = UUID.nameUUIDFromBytes((issueId + "/" + customerId).getBytes(StandardCharsets.UTF_8));
        return about(own, issueId);
    }

    /** The same contact about another issue than recognition gave it. */
    public ContactArrival about(UUID otherIssueId) {
        return about(otherIssueId, relatedIssueId);
    }

    private ContactArrival about(UUID issue, UUID related) {
        return new ContactArrival(
                contactId,
                entryId,
                channel,
                customerId,
                group,
                customerName,
                issue,
                related,
                subject,
                receivedAt,
                topic,
                tier,
                afterthought,
                thanks,
                at);
    }

    /** Whether it asks nothing of staff, so that a ticket of this status stays as it is. */
    public boolean leaves(TicketStatus status) {
        return afterthought || (thanks && status.isDone());
    }

    /** What opens a ticket for it; {@code previousTicketId} is the issue's closed one, or null. */
    TicketEvent.Opened opens(UUID previousTicketId) {
        return new TicketEvent.Opened(
                contactId, entryId, channel, previousTicketId, relatedIssueId, receivedAt, topic, tier, null);
    }

    /** What adds it to a ticket of a status. */
    TicketEvent.ContactAdded joins(TicketStatus before) {
        return new TicketEvent.ContactAdded(
                contactId, entryId, channel, before, receivedAt, topic, tier, afterthought, thanks, null);
    }

    Actor actor() {
        return Actor.customer(customerId.toString(), customerName);
    }
}
