package io.carryon.profile.identity;

import com.fasterxml.jackson.annotation.JsonInclude;
import java.util.Set;
import java.util.UUID;

/**
 * What is known of an issue's ticket.
 *
 * <p>Stored as the greater of two: a later ticket outranks an earlier one of the same issue, a later revision an
 * earlier one of the same ticket. That is why these two come first.
 *
 * @param openedAt milliseconds since 1970
 * @param revision position in the ticket's own log
 * @param owner who works on it, or null
 */
@JsonInclude(JsonInclude.Include.NON_NULL)
public record TicketState(
        long openedAt, long revision, UUID ticketId, String number, String status, String subject, String owner) {

    private static final Set<String> DONE = Set.of("RESOLVED", "CLOSED");

    public boolean isOpen() {
        return !DONE.contains(status);
    }
}
