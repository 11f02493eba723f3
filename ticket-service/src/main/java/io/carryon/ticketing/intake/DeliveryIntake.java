package io.carryon.ticketing.intake;

import io.carryon.ticketing.conversation.Conversation;
import io.carryon.ticketing.conversation.Entry;
import io.carryon.ticketing.inbox.EventDoor.Arrived;
import io.carryon.ticketing.inbox.Inbox;
import io.carryon.ticketing.inbox.UnreadableEventException;
import io.carryon.ticketing.outbox.LoggedEvent;
import io.carryon.ticketing.outbox.TicketLog;
import io.carryon.ticketing.ticket.Actor;
import io.carryon.ticketing.ticket.Ticket;
import io.carryon.ticketing.ticket.TicketEvent;
import io.carryon.ticketing.ticket.Tickets;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.transaction.Transactional;
import java.time.Clock;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
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
        var locked = new HashMap<UUID, Ticket>();
        lock(fresh.stream().map(event -> event.data().ticketId()).distinct().toList(), locked);
        var replies = conversation
                .all(fresh.stream()
                        .map(event -> event.data().replyId())
                        .distinct()
                        .toList())
                .stream()
                .collect(Collectors.toMap(Entry::id, Function.identity()));
        followTheMoved(replies, locked);
        var happened = new ArrayList<LoggedEvent>();
        for (var event : fresh) {
            var outcome = event.data();
            known(locked.get(outcome.ticketId()), "There is no ticket ", outcome.ticketId());
            var reply = known(replies.get(outcome.replyId()), "The ticket has no reply ", outcome.replyId());
            happened.addAll(report(locked.get(reply.ticketId()), reply, event));
        }
        log.append(happened);
    }

    /** A reply may have moved to another ticket since it went out: what became of it is told there. */
    private void followTheMoved(Map<UUID, Entry> replies, Map<UUID, Ticket> locked) {
        var moved = replies.values().stream()
                .filter(reply -> !locked.containsKey(reply.ticketId()))
                .toList();
        if (moved.isEmpty()) {
            return;
        }
        lock(moved.stream().map(Entry::ticketId).distinct().toList(), locked);
        moved.forEach(conversation.getEntityManager()::refresh);
        if (!moved.stream().allMatch(reply -> locked.containsKey(reply.ticketId()))) {
            throw new IllegalStateException("A reply moved once more meanwhile: look again");
        }
    }

    private void lock(List<UUID> ids, Map<UUID, Ticket> locked) {
        tickets.locked(ids).forEach(ticket -> locked.put(ticket.id(), ticket));
    }

    private List<LoggedEvent> report(Ticket ticket, Entry reply, Arrived<DeliveryOutcome> event) {
        var outcome = event.data();
        var before = reply.delivery();
        var when = outcome.at() == null ? clock.instant() : outcome.at();
        if (reply.delivered(outcome.outcome(), outcome.reason(), when)) {
            ticket.reported(
                    new TicketEvent.DeliveryChanged(outcome.replyId(), before, outcome.outcome(), outcome.reason()),
                    Actor.SYSTEM,
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
