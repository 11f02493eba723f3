package io.carryon.gateway.selfservice;

import io.carryon.gateway.contact.SelfService;
import java.time.Instant;
import java.util.Map;
import java.util.UUID;

/**
 * A request made on a portal.
 *
 * @param client the portal that made it
 * @param topic what the customer chose that it is about, or null
 * @param selfService what was tried before, or null
 * @param acceptedAt when the broker had the contact; null as long as it has not
 * @param ticketId the ticket it is on now, null until there is one; number and status likewise
 * @param outlook null when nothing is told of it
 * @param ownerName who answers, or null
 * @param closedAt when it was done; null while it is not
 * @param ratedAt when the customer rated that; null until then
 */
public record PortalRequest(
        UUID contactId,
        Reference reference,
        String client,
        String payloadHash,
        Requester requester,
        String subject,
        String language,
        String topic,
        Map<String, String> fields,
        SelfService selfService,
        Instant receivedAt,
        Instant acceptedAt,
        UUID ticketId,
        String ticketNumber,
        String ticketStatus,
        RequestOutlook outlook,
        String ownerName,
        Instant closedAt,
        Instant ratedAt,
        Instant changedAt) {

    /** One that was made just now. */
    static PortalRequest fresh(
            UUID contactId,
            String client,
            String payloadHash,
            Requester requester,
            PortalRequestForm form,
            SelfService selfService,
            Instant now) {
        return new PortalRequest(
                contactId,
                Reference.fresh(),
                client,
                payloadHash,
                requester,
                form.subject(),
                form.language(),
                form.topic(),
                form.givenFields(),
                selfService,
                now,
                null,
                null,
                null,
                null,
                null,
                null,
                null,
                null,
                now);
    }

    boolean accepted() {
        return acceptedAt != null;
    }

    PortalMessage firstMessage(String text) {
        return new PortalMessage(contactId, contactId, 0, text, payloadHash, receivedAt, acceptedAt);
    }

    RequestState state() {
        return RequestState.of(ticketStatus);
    }
}
