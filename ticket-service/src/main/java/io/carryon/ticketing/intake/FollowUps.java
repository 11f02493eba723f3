package io.carryon.ticketing.intake;

import io.carryon.ticketing.ticket.ContactArrival;
import io.carryon.ticketing.ticket.Ticket;
import io.carryon.ticketing.ticket.TicketStatus;
import io.carryon.ticketing.ticket.Tickets;
import io.carryon.ticketing.workflow.Reopening;
import io.carryon.ticketing.workflow.TicketWorkflow;
import jakarta.enterprise.context.ApplicationScoped;
import java.time.Instant;
import java.util.Collection;
import java.util.Map;
import java.util.UUID;

/** Which contacts join a ticket that is resolved or closed, and which are too late for it. */
@ApplicationScoped
class FollowUps {

    private final Reopening reopening;
    private final TicketWorkflow workflow;
    private final Tickets tickets;

    FollowUps(Reopening reopening, TicketWorkflow workflow, Tickets tickets) {
        this.reopening = reopening;
        this.workflow = workflow;
        this.tickets = tickets;
    }

    /** The rule for the tickets of a batch, asked for by one statement, or by none when all are open. */
    Rule of(Collection<Ticket> found) {
        return new Rule(reopening.until(found.stream()
                .filter(ticket -> ticket.state().status().isDone())
                .map(Ticket::id)
                .toList()));
    }

    /** Makes room for the next ticket of the issue: what seemed done is. */
    void closeForGood(Ticket ticket, Instant at) {
        if (ticket.state().status() == TicketStatus.RESOLVED) {
            workflow.closeForGood(ticket, at);
            // The next one is stored by plain SQL, and an issue has one open ticket.
            tickets.flush();
        }
    }

    /** Until when a follow-up opens each ticket again, as far as somebody said when it was done. */
    record Rule(Map<UUID, Instant> until) {

        boolean joins(ContactArrival contact, Ticket ticket) {
            var status = ticket.state().status();
            if (!status.isDone() || contact.leaves(status)) {
                return true;
            }
            var end = until.get(ticket.id());
            return ticket.mergedIntoTicketId() == null
                    && (end == null
                            ? status == TicketStatus.RESOLVED
                            : contact.receivedAt().isBefore(end));
        }
    }
}
