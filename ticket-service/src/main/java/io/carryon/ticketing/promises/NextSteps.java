package io.carryon.ticketing.promises;

import io.carryon.ticketing.operations.NamedTickets;
import io.carryon.ticketing.outbox.Outlook;
import io.carryon.ticketing.outbox.TicketLog;
import io.carryon.ticketing.problem.ProblemException;
import io.carryon.ticketing.ticket.Actor;
import io.carryon.ticketing.ticket.Ticket;
import io.carryon.ticketing.ticket.TicketStatus;
import io.carryon.ticketing.ticket.WaitingEvent;
import jakarta.enterprise.context.ApplicationScoped;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.Objects;
import java.util.Optional;
import java.util.UUID;

/** Staff tell the customer what comes next and by when they hear from us. */
@ApplicationScoped
class NextSteps {

    /** Nobody waits longer for what they were promised; beyond it is a slip of the year. */
    private static final Duration LONGEST = Duration.ofDays(366);

    private final NamedTickets tickets;
    private final PromiseStore promises;
    private final PresentOutlooks outlooks;
    private final TicketLog log;
    private final Clock clock;

    NextSteps(NamedTickets tickets, PromiseStore promises, PresentOutlooks outlooks, TicketLog log, Clock clock) {
        this.tickets = tickets;
        this.promises = promises;
        this.outlooks = outlooks;
        this.log = log;
        this.clock = clock;
    }

    /** The ticket as it is then; the same step and time again change nothing. */
    Ticket say(UUID id, String ifMatch, String step, Instant by, Actor author) {
        var ticket = tickets.locked(id, ifMatch);
        if (isDone(ticket)) {
            throw ProblemException.conflict(
                    "wrong-status",
                    "A ticket that is %s has no next step; open it first."
                            .formatted(ticket.state().status()));
        }
        var now = clock.instant();
        if (!by.isAfter(now) || by.isAfter(now.plus(LONGEST))) {
            throw ProblemException.invalid("/nextUpdateBy", "must lie in the future, within a year");
        }
        var owed = Optional.ofNullable(promises.owed(List.of(id)).get(id));
        var stepBefore = owed.map(Promise::step).orElse(null);
        var dueBefore = owed.map(Promise::dueAt).orElse(null);
        if (!Objects.equals(step, stepBefore) || !by.equals(dueBefore)) {
            ticket.reported(new WaitingEvent.NextStepChanged(step, by, stepBefore, dueBefore), author, now);
            log.append(ticket);
        }
        return ticket;
    }

    Optional<Outlook> outlook(Ticket ticket) {
        return outlooks.of(ticket.id(), ticket.state(), clock.instant());
    }

    private static boolean isDone(Ticket ticket) {
        var status = ticket.state().status();
        return status == TicketStatus.RESOLVED || status == TicketStatus.CLOSED;
    }
}
