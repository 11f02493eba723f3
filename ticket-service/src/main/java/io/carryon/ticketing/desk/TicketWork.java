package io.carryon.ticketing.desk;

import io.carryon.ticketing.fields.Tags;
import io.carryon.ticketing.operations.NamedTickets;
import io.carryon.ticketing.outbox.TicketLog;
import io.carryon.ticketing.routing.Routing;
import io.carryon.ticketing.ticket.Actor;
import io.carryon.ticketing.ticket.Priority;
import io.carryon.ticketing.ticket.Ticket;
import io.carryon.ticketing.workflow.StatusMove;
import io.carryon.ticketing.workflow.TicketWorkflow;
import jakarta.enterprise.context.ApplicationScoped;
import java.time.Clock;
import java.util.Optional;
import java.util.UUID;
import java.util.function.Consumer;

/** Staff take, hand over and move tickets, each on the revision they have seen. */
@ApplicationScoped
class TicketWork {

    private static final String ME = "me";

    private final NamedTickets tickets;
    private final PossibleOwners owners;
    private final Routing routing;
    private final TicketWorkflow workflow;
    private final Tags tags;
    private final TicketLog log;
    private final Clock clock;

    TicketWork(
            NamedTickets tickets,
            PossibleOwners owners,
            Routing routing,
            TicketWorkflow workflow,
            Tags tags,
            TicketLog log,
            Clock clock) {
        this.tickets = tickets;
        this.owners = owners;
        this.routing = routing;
        this.workflow = workflow;
        this.tags = tags;
        this.log = log;
        this.clock = clock;
    }

    /** A null owner or queue is the present one, an empty owner nobody. */
    Ticket assign(UUID id, String ifMatch, Optional<String> owner, String queue, Actor by) {
        var newQueue = queue == null ? null : routing.known(queue);
        return changed(id, ifMatch, ticket -> assign(ticket, owner, newQueue, by, "/owner"));
    }

    /** All of a change or nothing of it; a null owner stays, an empty one is nobody. */
    Ticket change(UUID id, String ifMatch, BulkChange.Change change, Optional<String> owner, Actor by) {
        var queue = change.queue() == null ? null : routing.known(change.queue());
        return changed(id, ifMatch, ticket -> {
            if (owner != null || queue != null) {
                assign(ticket, owner, queue, by, "/change/owner");
            }
            if (change.priority() != null) {
                ticket.prioritize(change.priority(), by, clock.instant());
            }
            if (change.status() != null) {
                workflow.move(ticket, change.status(), by);
            }
            if (change.addTags() != null || change.removeTags() != null) {
                tags.change(ticket, change.addTags(), change.removeTags(), by);
            }
        });
    }

    private void assign(Ticket ticket, Optional<String> owner, String queue, Actor by, String pointer) {
        var before = ticket.state();
        var newOwner = owner == null ? before.owner() : subject(owner.orElse(null), by);
        var newQueue = queue == null ? before.queue() : queue;
        owners.require(newOwner, newQueue, by, pointer);
        ticket.assign(newOwner, newQueue, by, clock.instant());
    }

    /** More urgent, or less; the same again changes nothing. */
    Ticket prioritize(UUID id, String ifMatch, Priority priority, Actor by) {
        return changed(id, ifMatch, ticket -> ticket.prioritize(priority, by, clock.instant()));
    }

    private static String subject(String owner, Actor by) {
        return ME.equals(owner) ? by.id() : owner;
    }

    Ticket changeStatus(UUID id, String ifMatch, StatusMove move, Actor by) {
        return changed(id, ifMatch, ticket -> workflow.move(ticket, move, by));
    }

    private Ticket changed(UUID id, String ifMatch, Consumer<Ticket> verb) {
        var ticket = tickets.locked(id, ifMatch);
        verb.accept(ticket);
        log.append(ticket);
        return ticket;
    }
}
