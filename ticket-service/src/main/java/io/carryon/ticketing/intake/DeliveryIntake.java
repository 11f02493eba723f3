package io.carryon.ticketing.intake;

import io.carryon.ticketing.conversation.Conversation;
import io.carryon.ticketing.inbox.Inbox;
import io.carryon.ticketing.inbox.UnreadableEventException;
import io.carryon.ticketing.outbox.TicketLog;
import io.carryon.ticketing.ticket.TicketEvent;
import io.carryon.ticketing.ticket.Tickets;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.transaction.Transactional;
import java.time.Clock;

/** Writes what became of a reply to its entry and to the ticket's log, once and never backwards. */
@ApplicationScoped
public class DeliveryIntake {

    private final Inbox inbox;
    private final Tickets tickets;
    private final Conversation conversation;
    private final TicketLog log;
    private final Clock clock;

    DeliveryIntake(Inbox inbox, Tickets tickets, Conversation conversation, TicketLog log, Clock clock) {
        this.inbox = inbox;
        this.tickets = tickets;
        this.conversation = conversation;
        this.log = log;
        this.clock = clock;
    }

    @Transactional
    void take(String eventId, DeliveryOutcome outcome) {
        if (!outcome.isComplete()) {
            throw new UnreadableEventException("The outcome names no reply, ticket or outcome");
        }
        if (!inbox.isNew(eventId)) {
            return;
        }
        var ticket = tickets.locked(outcome.ticketId())
                .orElseThrow(() -> new UnreadableEventException("There is no ticket " + outcome.ticketId()));
        var reply = conversation
                .one(outcome.ticketId(), outcome.replyId())
                .orElseThrow(() -> new UnreadableEventException("The ticket has no reply " + outcome.replyId()));
        var before = reply.delivery();
        var when = outcome.at() == null ? clock.instant() : outcome.at();
        if (reply.delivered(outcome.outcome(), outcome.reason(), when)) {
            ticket.deliveryChanged(
                    new TicketEvent.DeliveryChanged(outcome.replyId(), before, outcome.outcome(), outcome.reason()),
                    clock.instant());
            log.append(ticket);
        }
    }
}
