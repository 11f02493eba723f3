package io.carryon.ticketing.intake;

import io.carryon.ticketing.conversation.Conversation;
import io.carryon.ticketing.conversation.Entry;
import io.carryon.ticketing.inbox.EventDoor.Arrived;
import io.carryon.ticketing.inbox.Inbox;
import io.carryon.ticketing.inbox.UnreadableEventException;
import io.carryon.ticketing.outbox.LoggedEvent;
import io.carryon.ticketing.outbox.TicketLog;
import io.carryon.ticketing.ticket.Ticket;
import io.carryon.ticketing.ticket.TicketEvent;
import io.carryon.ticketing.ticket.Tickets;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.transaction.Transactional;
import java.time.Clock;
import java.util.ArrayList;
import java.util.List;
import java.util.UUID;
import java.util.function.Function;
import java.util.stream.Collectors;

/** Writes what became of replies to their entries and to the tickets' logs, once and never backwards. */
@ApplicationScoped
public class DeliveryIntake {

    private static final String CONSUMER = "delivery.outcome";

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

    /** Takes a batch in order, all of it or, when one report is about nothing we know, none. */
    @Transactional
    void take(List<Arrived<DeliveryOutcome>> events) {
        if (!events.stream().allMatch(event -> event.data().isComplete())) {
            throw new UnreadableEventException("The outcome names no reply, ticket or outcome");
        }
        var fresh = inbox.firstSeen(CONSUMER, events);
        var locked = tickets
                .locked(fresh.stream()
                        .map(event -> event.data().ticketId())
                        .distinct()
                        .toList())
                .stream()
                .collect(Collectors.toMap(Ticket::id, Function.identity()));
        var replies = conversation
                .all(fresh.stream()
                        .map(event -> event.data().replyId())
                        .distinct()
                        .toList())
                .stream()
                .collect(Collectors.toMap(Entry::id, Function.identity()));
        var happened = new ArrayList<LoggedEvent>();
        for (var event : fresh) {
            var outcome = event.data();
            happened.addAll(report(
                    known(locked.get(outcome.ticketId()), "There is no ticket ", outcome.ticketId()),
                    known(replies.get(outcome.replyId()), "The ticket has no reply ", outcome.replyId()),
                    event));
        }
        log.append(happened);
    }

    private List<LoggedEvent> report(Ticket ticket, Entry reply, Arrived<DeliveryOutcome> event) {
        var outcome = event.data();
        if (!reply.ticketId().equals(ticket.id())) {
            throw new UnreadableEventException("The ticket has no reply " + reply.id());
        }
        var before = reply.delivery();
        var when = outcome.at() == null ? clock.instant() : outcome.at();
        if (reply.delivered(outcome.outcome(), outcome.reason(), when)) {
            ticket.deliveryChanged(
                    new TicketEvent.DeliveryChanged(outcome.replyId(), before, outcome.outcome(), outcome.reason()),
                    clock.instant());
        }
        return log.happened(ticket, event.correlation());
    }

    private static <T> T known(T found, String otherwise, UUID id) {
        if (found == null) {
            throw new UnreadableEventException(otherwise + id);
        }
        return found;
    }
}
