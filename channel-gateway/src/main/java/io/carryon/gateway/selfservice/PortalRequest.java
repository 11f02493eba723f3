package io.carryon.gateway.selfservice;

import java.time.Instant;
import java.util.Map;
import java.util.UUID;

/**
 * A request made on a portal.
 *
 * @param client the portal that made it
 * @param topic what the customer chose that it is about, or null
 * @param acceptedAt when the broker had the contact; null as long as it has not
 * @param ticketNumber null until there is a ticket
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
        Instant receivedAt,
        Instant acceptedAt,
        String ticketNumber,
        String ticketStatus,
        Instant changedAt) {

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
