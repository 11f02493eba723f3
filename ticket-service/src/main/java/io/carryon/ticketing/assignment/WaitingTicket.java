package io.carryon.ticketing.assignment;

import io.carryon.ticketing.ticket.Channel;
import java.util.UUID;

/**
 * An open ticket nobody owns.
 *
 * @param language what its agent must speak, empty for nothing in particular
 * @param issueOwner who owned the ticket before it on the same issue, or null
 */
record WaitingTicket(UUID id, String queue, Channel channel, String language, String issueOwner) {}
