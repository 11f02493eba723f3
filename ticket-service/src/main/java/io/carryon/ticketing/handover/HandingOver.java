package io.carryon.ticketing.handover;

import com.fasterxml.uuid.Generators;
import io.carryon.ticketing.operations.NamedTickets;
import io.carryon.ticketing.outbox.TicketLog;
import io.carryon.ticketing.problem.ProblemException;
import io.carryon.ticketing.ticket.Actor;
import io.carryon.ticketing.ticket.AssignedBy;
import io.carryon.ticketing.ticket.OwnershipEvent;
import io.carryon.ticketing.ticket.Ticket;
import io.carryon.ticketing.ticket.TicketStatus;
import jakarta.enterprise.context.ApplicationScoped;
import java.time.Clock;
import java.util.List;
import java.util.UUID;

/** Owners offer their tickets, and own them until somebody accepts: at any time there is one who answers for a ticket. */
@ApplicationScoped
class HandingOver {

    private final NamedTickets tickets;
    private final HandoverStore handovers;
    private final Recipients recipients;
    private final TicketLog log;
    private final Clock clock;

    HandingOver(NamedTickets tickets, HandoverStore handovers, Recipients recipients, TicketLog log, Clock clock) {
        this.tickets = tickets;
        this.handovers = handovers;
        this.recipients = recipients;
        this.log = log;
        this.clock = clock;
    }

    /**
     * Offers a ticket in the caller's transaction; to a queue it goes at once.
     *
     * @param leads whether the actor may give away what others own
     */
    Handover offer(UUID ticketId, Handover.To to, String note, Actor by, boolean leads) {
        var ticket = tickets.locked(ticketId);
        var giver = giver(ticket, by, leads);
        handovers.open(ticketId).ifPresent(open -> {
            throw ProblemException.conflict(
                    "handover-open",
                    "The ticket is offered to %s %s already: withdraw that first."
                            .formatted(open.to().kind(), open.to().name()));
        });
        var candidates = recipients.required(to, giver, ticket.state().queue());
        var id = Generators.timeBasedEpochGenerator().generate();
        var offered = Handover.offered(id, ticketId, giver, by.id(), to, note, clock.instant());
        ticket.reported(
                new OwnershipEvent.HandoverOffered(id, giver, to.kind().name(), to.name(), candidates),
                by,
                offered.offeredAt());
        if (to.kind() != Handover.Kind.queue) {
            handovers.add(offered);
            log.append(ticket);
            return offered;
        }
        var done = offered.settled(Handover.State.ACCEPTED, null, by.id(), offered.offeredAt());
        handovers.add(done);
        settled(ticket, done, null, to.name(), by);
        return done;
    }

    /** Settles a handover in the caller's transaction; the same again changes nothing. */
    Handover settle(UUID ticketId, UUID id, Handover.State as, String reason, Actor by, boolean leads) {
        var ticket = tickets.locked(ticketId);
        var handover = of(ticketId, id);
        if (handover.state() == as && by.id().equals(handover.settledBy())) {
            return handover;
        }
        var may = as == Handover.State.WITHDRAWN
                ? leads || by.id().equals(handover.giver()) || by.id().equals(handover.offeredBy())
                : recipients.of(handover.to(), handover.giver()).contains(by.id());
        if (!may) {
            throw ProblemException.of(
                    403,
                    "not-yours",
                    "The handover is not yours to settle",
                    "Whom a ticket is offered to accepts or declines it, who gives it withdraws it.");
        }
        var settled = handover.settled(as, reason, by.id(), clock.instant());
        handovers.settle(settled);
        var accepted = as == Handover.State.ACCEPTED;
        settled(
                ticket,
                settled,
                accepted ? by.id() : ticket.state().owner(),
                ticket.state().queue(),
                by);
        return settled;
    }

    /** 404 when the ticket has no such handover. */
    Handover of(UUID ticketId, UUID id) {
        var found = handovers.byIds(List.of(id)).get(id);
        if (found == null || !found.ticketId().equals(ticketId)) {
            throw ProblemException.notFound("The ticket has no handover " + id + ".");
        }
        return found;
    }

    private void settled(Ticket ticket, Handover handover, String owner, String queue, Actor by) {
        var candidates = recipients.of(handover.to(), handover.giver());
        ticket.reported(
                new OwnershipEvent.HandoverSettled(
                        handover.id(),
                        handover.giver(),
                        handover.offeredBy(),
                        handover.state().name(),
                        candidates),
                by,
                handover.settledAt());
        if (handover.state() == Handover.State.ACCEPTED) {
            ticket.assign(owner, queue, AssignedBy.HANDOVER, by, handover.settledAt());
        }
        log.append(ticket);
    }

    private static String giver(Ticket ticket, Actor by, boolean leads) {
        var owner = ticket.state().owner();
        if (ticket.state().status() == TicketStatus.CLOSED) {
            throw ProblemException.conflict("closed", "The ticket is closed: there is nothing to do on it.");
        }
        if (owner == null) {
            throw ProblemException.conflict(
                    "not-owned", "Nobody owns the ticket: take it, or assign it (PUT /v1/tickets/{id}/owner).");
        }
        if (!leads && !owner.equals(by.id())) {
            throw ProblemException.of(
                    403, "not-yours", "The ticket is not yours to give", "It is %s's.".formatted(owner));
        }
        return owner;
    }
}
