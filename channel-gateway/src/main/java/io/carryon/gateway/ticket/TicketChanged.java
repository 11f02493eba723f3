package io.carryon.gateway.ticket;

import com.fasterxml.jackson.annotation.JsonIgnoreProperties;
import java.time.Instant;
import java.util.UUID;

/**
 * What the gateway reads of {@code io.carryon.ticket.changed.v1}.
 *
 * @param contactId the contact that caused the change, null when staff or time did
 * @param revision position in the ticket's own log; a smaller one is older
 */
@JsonIgnoreProperties(ignoreUnknown = true)
public record TicketChanged(
        UUID ticketId,
        String number,
        long revision,
        String change,
        Instant at,
        String status,
        String queue,
        String priority,
        UUID contactId) {

    /** True for the event that made the ticket. */
    public boolean opened() {
        return "OPENED".equals(change);
    }
}
