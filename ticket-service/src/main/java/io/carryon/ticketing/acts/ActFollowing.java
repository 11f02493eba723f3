package io.carryon.ticketing.acts;

import io.carryon.ticketing.conversation.Conversation;
import io.carryon.ticketing.conversation.Entry;
import io.carryon.ticketing.inbox.EventDoor.Arrived;
import io.carryon.ticketing.outbox.LoggedEvent;
import io.carryon.ticketing.outbox.TicketLog;
import io.carryon.ticketing.ticket.Ticket;
import io.carryon.ticketing.ticket.Tickets;
import jakarta.enterprise.context.ApplicationScoped;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.UUID;

/** Brings acts to their tickets and conversations, in the caller's transaction. */
@ApplicationScoped
class ActFollowing {

    private final ActHomes homes;
    private final ActEffects effects;
    private final Tickets tickets;
    private final Conversation conversation;
    private final TicketLog log;

    ActFollowing(ActHomes homes, ActEffects effects, Tickets tickets, Conversation conversation, TicketLog log) {
        this.homes = homes;
        this.effects = effects;
        this.tickets = tickets;
        this.conversation = conversation;
        this.log = log;
    }

    /** Follows acts in their order; the tickets of the contacts are locked. */
    void follow(Map<UUID, Ticket> found, List<Arrived<CustomerActed>> told) {
        if (told.isEmpty()) {
            return;
        }
        // The act and the erasure come on different ways: what was erased must not come back.
        var erased = homes.erased(
                told.stream().map(event -> event.data().contactId()).distinct().toList());
        var happened = new ArrayList<LoggedEvent>();
        var notes = new ArrayList<Entry>();
        for (var event : told) {
            var act = erased.contains(event.data().contactId()) ? event.data().withoutPerson() : event.data();
            var ticket = effects.ticketFor(act, found.get(act.contactId()));
            effects.apply(act, ticket).ifPresent(notes::add);
            happened.addAll(log.happened(ticket, event.correlation()));
        }
        tickets.flush();
        conversation.persist(notes);
        log.append(happened);
    }
}
