package io.carryon.gateway.selfservice;

import java.time.Instant;
import java.util.UUID;

/**
 * Something the customer said on a request.
 *
 * @param messageId the entry's id; equals the contact's for the first
 * @param sequence 0 for the request itself
 * @param acceptedAt when the broker had it; null as long as it has not
 */
public record PortalMessage(
        UUID messageId,
        UUID contactId,
        int sequence,
        String text,
        String payloadHash,
        Instant saidAt,
        Instant acceptedAt) {}
