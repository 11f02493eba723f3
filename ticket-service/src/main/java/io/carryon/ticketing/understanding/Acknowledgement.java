package io.carryon.ticketing.understanding;

import io.carryon.ticketing.ticket.Happening;
import io.carryon.ticketing.ticket.TicketEvent;
import io.carryon.ticketing.ticket.TicketStatus;
import io.carryon.ticketing.ticket.UnderstandingEvent;
import io.carryon.ticketing.wording.Phrases;
import java.time.Instant;
import java.util.UUID;

/**
 * Whether B came between A and C: the customer was told that they were heard, by a reply that says so or because they
 * confirmed or corrected how staff understand them, before the ticket was solved.
 *
 * @param acknowledgedAt when first, null while they were not
 * @param solvedWithoutAt when it was solved without, null if it never was; a later acknowledgement does not mend it
 */
public record Acknowledgement(UUID ticketId, Instant acknowledgedAt, Instant solvedWithoutAt) {

    /** Of a ticket on which nothing was said yet. */
    static Acknowledgement none(UUID ticketId) {
        return new Acknowledgement(ticketId, null, null);
    }

    Acknowledgement after(Happening happening) {
        return switch (happening.event()) {
            case TicketEvent.Replied reply when Phrases.acknowledge(reply.text()) -> heard(happening.at());
            case UnderstandingEvent.UnderstandingChanged said when said.isOfTheCustomer() -> heard(happening.at());
            case TicketEvent.StatusChanged moved when isSolving(moved) -> solved(happening.at());
            default -> this;
        };
    }

    /** Whether an event says that the customer's matter is solved, and not only that a solved one is closed. */
    static boolean isSolving(TicketEvent.StatusChanged moved) {
        return isDone(moved.to()) && !isDone(moved.from());
    }

    private Acknowledgement heard(Instant at) {
        return acknowledgedAt == null ? new Acknowledgement(ticketId, at, solvedWithoutAt) : this;
    }

    private Acknowledgement solved(Instant at) {
        return acknowledgedAt == null && solvedWithoutAt == null ? new Acknowledgement(ticketId, null, at) : this;
    }

    private static boolean isDone(TicketStatus status) {
        return status == TicketStatus.RESOLVED || status == TicketStatus.CLOSED;
    }
}
