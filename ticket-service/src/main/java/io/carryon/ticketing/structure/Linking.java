package io.carryon.ticketing.structure;

import io.carryon.ticketing.outbox.TicketLog;
import io.carryon.ticketing.problem.ProblemException;
import io.carryon.ticketing.ticket.Actor;
import io.carryon.ticketing.ticket.StructureEvent;
import io.carryon.ticketing.ticket.Ticket;
import io.carryon.ticketing.ticket.Tickets;
import jakarta.enterprise.context.ApplicationScoped;
import java.time.Clock;
import java.util.List;
import java.util.UUID;

/** Staff tie tickets together and untie them; both tickets' histories tell of it. */
@ApplicationScoped
class Linking {

    private final Tickets tickets;
    private final TicketLinks links;
    private final TicketLog log;
    private final Clock clock;

    Linking(Tickets tickets, TicketLinks links, TicketLog log, Clock clock) {
        this.tickets = tickets;
        this.links = links;
        this.log = log;
        this.clock = clock;
    }

    /** In the caller's transaction; a link that is there already stays. 409 says what stands against it. */
    void link(UUID from, LinkKind kind, UUID to, Actor by) {
        if (from.equals(to)) {
            throw ProblemException.conflict("link-to-itself", "A ticket cannot be linked to itself.");
        }
        links.lock();
        var both = both(from, to);
        if (links.of(from).stream()
                .anyMatch(link ->
                        link.kind().equals(kind.name()) && link.ticketId().equals(to))) {
            return;
        }
        if (links.leads(to, kind, from)) {
            throw ProblemException.conflict(
                    "link-circle", "Links of %s lead from that ticket to this one already.".formatted(kind));
        }
        if (kind == LinkKind.CHILD_OF && links.hasParent(from)) {
            throw ProblemException.conflict("has-parent", "The ticket is a child of another one already.");
        }
        if (links.isFull(from) || links.isFull(to)) {
            throw ProblemException.conflict("too-many", "A ticket has at most %d links.".formatted(TicketLinks.MOST));
        }
        var now = clock.instant();
        links.store(from, kind, to, by.id(), now);
        both.getFirst().reported(new StructureEvent.Linked(kind.name(), to, number(both.getLast())), by, now);
        both.getLast().reported(new StructureEvent.Linked(kind.inverse(), from, number(both.getFirst())), by, now);
        both.forEach(log::append);
    }

    /** In the caller's transaction; a link that is not there is none after. */
    void unlink(UUID from, LinkKind kind, UUID to, Actor by) {
        var both = both(from, to);
        if (!links.drop(from, kind, to)) {
            return;
        }
        var now = clock.instant();
        both.getFirst().reported(new StructureEvent.Unlinked(kind.name(), to, number(both.getLast())), by, now);
        both.getLast().reported(new StructureEvent.Unlinked(kind.inverse(), from, number(both.getFirst())), by, now);
        both.forEach(log::append);
    }

    /** The first and the second, locked. */
    private List<Ticket> both(UUID from, UUID to) {
        var found = LockedTickets.of(tickets, from, to);
        return List.of(found.named(from), found.named(to));
    }

    private static String number(Ticket ticket) {
        return ticket.state().number();
    }
}
