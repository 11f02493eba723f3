package io.carryon.ticketing.understanding;

import io.carryon.ticketing.operations.NamedTickets;
import io.carryon.ticketing.outbox.TicketLog;
import io.carryon.ticketing.problem.ProblemException;
import io.carryon.ticketing.problem.Revision;
import io.carryon.ticketing.ticket.Actor;
import io.carryon.ticketing.ticket.Ticket;
import io.carryon.ticketing.ticket.TicketStatus;
import io.carryon.ticketing.ticket.UnderstandingEvent;
import jakarta.enterprise.context.ApplicationScoped;
import java.time.Clock;
import java.util.Optional;
import java.util.UUID;
import java.util.function.BiFunction;

/** Staff say how they understand a matter; the customer confirms or corrects it. Each on the version they have seen. */
@ApplicationScoped
class UnderstandingWork {

    private final NamedTickets tickets;
    private final Understandings understandings;
    private final TicketLog log;
    private final Clock clock;

    UnderstandingWork(NamedTickets tickets, Understandings understandings, TicketLog log, Clock clock) {
        this.tickets = tickets;
        this.understandings = understandings;
        this.log = log;
        this.clock = clock;
    }

    Understanding propose(UUID ticketId, String ifMatch, UnderstandingResource.Proposal said, Actor by) {
        return change(
                ticketId,
                ifMatch,
                by,
                (present, who) -> present.map(before -> before.proposed(
                                said.problem().strip(),
                                stripped(said.expectation()),
                                said.desiredOutcome(),
                                who,
                                clock.instant()))
                        .orElseGet(() -> Understanding.first(
                                said.problem().strip(),
                                stripped(said.expectation()),
                                said.desiredOutcome(),
                                who,
                                clock.instant())));
    }

    /** The customer's word, told by themselves or by staff ({@code by} null: the customer). */
    Understanding answer(UUID ticketId, String ifMatch, UnderstandingResource.Answer said, Actor by) {
        return change(ticketId, ifMatch, by, (present, who) -> {
            var before = present.orElseThrow(() -> ProblemException.conflict(
                    "nothing-proposed", "Nobody has said how they understand the matter; propose that first."));
            return said.answer() == UnderstandingResource.Word.CONFIRMED
                    ? before.confirmed(who, clock.instant())
                    : before.corrected(
                            stripped(said.problem()),
                            stripped(said.expectation()),
                            said.desiredOutcome(),
                            who,
                            clock.instant());
        });
    }

    private Understanding change(
            UUID ticketId, String ifMatch, Actor by, BiFunction<Optional<Understanding>, Actor, Understanding> next) {
        var ticket = tickets.locked(ticketId);
        var present = understandings.of(ticketId);
        Revision.require(
                ifMatch, "understanding", present.map(Understanding::version).orElse(0));
        if (ticket.state().status() == TicketStatus.CLOSED) {
            throw ProblemException.conflict("wrong-status", "A ticket that is CLOSED has nothing left to agree on.");
        }
        var who = by == null ? customer(ticket) : by;
        var after = next.apply(present, who);
        if (present.isEmpty() || !after.equals(present.get())) {
            understandings.store(ticketId, after);
            ticket.reported(event(present, after), who, after.at());
            log.append(ticket);
        }
        return after;
    }

    private static UnderstandingEvent event(Optional<Understanding> before, Understanding after) {
        return new UnderstandingEvent.UnderstandingChanged(
                after.version(),
                after.state().name(),
                before.map(known -> known.state().name()).orElse(null),
                before.map(Understanding::parts).orElse(null),
                after.parts());
    }

    private static Actor customer(Ticket ticket) {
        return Actor.customer(ticket.state().customerId().toString(), ticket.customerName());
    }

    private static String stripped(String text) {
        return text == null || text.isBlank() ? null : text.strip();
    }
}
