package io.carryon.ticketing.structure;

import io.carryon.ticketing.customers.CustomerGroups;
import io.carryon.ticketing.outbox.TicketLog;
import io.carryon.ticketing.problem.ProblemException;
import io.carryon.ticketing.problem.Revision;
import io.carryon.ticketing.ticket.Actor;
import io.carryon.ticketing.ticket.StructureEvent;
import io.carryon.ticketing.ticket.Ticket;
import io.carryon.ticketing.ticket.TicketStatus;
import io.carryon.ticketing.ticket.Tickets;
import jakarta.enterprise.context.ApplicationScoped;
import java.time.Clock;
import java.util.List;
import java.util.UUID;

/** Staff merge a ticket into another one of the same customer, and take it back. */
@ApplicationScoped
class Merging {

    private static final int MOST_PARTS = 100;

    private final Tickets tickets;
    private final Merges merges;
    private final CustomerGroups groups;
    private final TicketLog log;
    private final Clock clock;

    Merging(Tickets tickets, Merges merges, CustomerGroups groups, TicketLog log, Clock clock) {
        this.tickets = tickets;
        this.merges = merges;
        this.groups = groups;
        this.log = log;
        this.clock = clock;
    }

    /** Merges in the caller's transaction; the same again changes nothing. 409 says what stands against it. */
    Ticket merge(UUID id, UUID into, String ifMatch, String reason, Actor by) {
        if (id.equals(into)) {
            throw ProblemException.conflict("merge-into-itself", "A ticket cannot be merged into itself.");
        }
        var both = LockedTickets.of(tickets, id, into);
        var ticket = both.named(id);
        var survivor = both.named(into);
        Revision.require(ifMatch, "ticket", ticket.revision());
        var present = merges.of(id);
        if (present.isPresent() && present.get().intoTicketId().equals(into)) {
            return survivor;
        }
        refuse(ticket, survivor);
        var now = clock.instant();
        var before = ticket.state().status();
        ticket.mergeInto(survivor, reason, by, now);
        survivor.reported(new StructureEvent.Absorbed(id, ticket.state().number(), reason), by, now);
        merges.store(new Merges.Merge(id, into, before), by.id(), now);
        log.append(survivor);
        log.append(ticket);
        return survivor;
    }

    /** Takes the merge back in the caller's transaction; 409 when there is none. */
    Ticket undo(UUID id, String ifMatch, Actor by) {
        var seen = merges.of(id).orElseThrow(() -> notMerged(id));
        var both = LockedTickets.of(tickets, id, seen.intoTicketId());
        var ticket = both.named(id);
        Revision.require(ifMatch, "ticket", ticket.revision());
        var merge = merges.of(id).filter(seen::equals).orElseThrow(() -> notMerged(id));
        var survivor = both.named(merge.intoTicketId());
        var now = clock.instant();
        ticket.standAlone(
                new StructureEvent.Unmerged(
                        survivor.id(), survivor.state().number(), statusAfter(ticket, merge.statusBefore())),
                by,
                now);
        survivor.reported(new StructureEvent.Released(id, ticket.state().number()), by, now);
        merges.undo(id, by.id(), now);
        log.append(ticket);
        log.append(survivor);
        return ticket;
    }

    private void refuse(Ticket ticket, Ticket survivor) {
        if (ticket.mergedIntoTicketId() != null) {
            throw ProblemException.conflict(
                    "already-merged", "Ticket %s is merged already; take that back first.".formatted(number(ticket)));
        }
        var root = merges.survivorsOf(List.of(survivor.id())).get(survivor.id());
        if (root != null && root.ticketId().equals(ticket.id())) {
            throw ProblemException.conflict(
                    "merge-circle", "Ticket %s is merged into %s itself.".formatted(number(survivor), number(ticket)));
        }
        if (survivor.mergedIntoTicketId() != null) {
            throw ProblemException.conflict(
                    "already-merged",
                    "Ticket %s is merged itself%s."
                            .formatted(
                                    number(survivor),
                                    root == null
                                            ? ""
                                            : ": merge into %s, where it is worked on".formatted(root.number())));
        }
        if (survivor.state().status() == TicketStatus.CLOSED) {
            throw ProblemException.conflict(
                    "survivor-closed", "Ticket %s is closed; merge into an open one.".formatted(number(survivor)));
        }
        var one = groups.survivorOf(ticket.state().customerId());
        if (!one.equals(groups.survivorOf(survivor.state().customerId()))) {
            throw ProblemException.conflict(
                    "other-customer",
                    "The tickets belong to two customers, who must not read each other's words; link the tickets instead.");
        }
        if (merges.partsOf(survivor.id()).size() + merges.partsOf(ticket.id()).size() > MOST_PARTS) {
            throw ProblemException.conflict(
                    "too-many", "More than %d tickets cannot be merged into one.".formatted(MOST_PARTS));
        }
    }

    /** An issue has one open ticket: if it has another one by now, this one stays closed. A hold ended with the merge. */
    private TicketStatus statusAfter(Ticket ticket, TicketStatus before) {
        if (tickets.isAnotherOpen(ticket)) {
            return TicketStatus.CLOSED;
        }
        return before == TicketStatus.ON_HOLD ? TicketStatus.OPEN : before;
    }

    private static ProblemException notMerged(UUID id) {
        return ProblemException.conflict("not-merged", "Ticket %s is not merged into another one.".formatted(id));
    }

    private static String number(Ticket ticket) {
        return ticket.state().number();
    }
}
