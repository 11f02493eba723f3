package io.carryon.ticketing.workflow;

import io.carryon.ticketing.ticket.TicketStatus;
import java.time.Instant;

/**
 * What the workflow keeps of a ticket; it holds as long as the ticket is in the category.
 *
 * @param statusCode the status within the category
 * @param holdReason why the ticket waits, null unless it is on hold
 * @param holdUntil when it comes back by itself, null unless it is on hold
 * @param resolutionCode how it was solved, null unless somebody said so
 * @param explanation why, for the customer
 * @param doneAt since when it has been resolved or closed, else null
 */
record WorkflowState(
        TicketStatus category,
        String statusCode,
        String holdReason,
        Instant holdUntil,
        String resolutionCode,
        String explanation,
        Instant doneAt) {

    /** The same as far as it holds for a ticket that is in this category now. */
    WorkflowState in(TicketStatus now) {
        return now == category
                ? this
                : new WorkflowState(
                        now,
                        null,
                        null,
                        null,
                        now.isDone() ? resolutionCode : null,
                        now.isDone() ? explanation : null,
                        now.isDone() ? doneAt : null);
    }

    static WorkflowState none(TicketStatus now) {
        return new WorkflowState(now, null, null, null, null, null, null);
    }
}
