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
 * @param work what was done on it, or null when nothing that counts
 */
@JsonInclude(JsonInclude.Include.NON_NULL)
public record TicketState(
        long openedAt,
        long revision,
        UUID ticketId,
        String number,
        String status,
        String subject,
        String owner,
        TicketWork work) {

    private static final Set<String> DONE = Set.of("RESOLVED", "CLOSED");

    /** A ticket on which nothing was done yet. */
    public TicketState(
            long openedAt, long revision, UUID ticketId, String number, String status, String subject, String owner) {
        this(openedAt, revision, ticketId, number, status, subject, owner, null);
    }

    /** This ticket with what was done on it up to this revision. */
    public TicketState with(TicketWork done) {
        return new TicketState(
                openedAt,
                revision,
                ticketId,
                number,
                status,
                subject,
                owner,
                done.equals(TicketWork.NONE) ? null : done);
    }

    /** What was done on it so far. */
    public TicketWork workDone() {
        return work == null ? TicketWork.NONE : work;
    }

    public boolean isOpen() {
        return !DONE.contains(status);
    }
}
