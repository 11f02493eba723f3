package io.carryon.ticketing.participants;

import java.time.Instant;
import java.util.UUID;

/**
 * Somebody is named as a participant of a ticket.
 *
 * @param address in lower case
 * @param name or null
 * @param trusted whether whoever names them is proven to be who they say
 * @param contactId the contact that names them, null when staff do
 */
public record Named(UUID ticketId, String address, String name, boolean trusted, UUID contactId, Instant since) {}
