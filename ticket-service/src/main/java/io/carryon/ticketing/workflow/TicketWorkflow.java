package io.carryon.ticketing.workflow;

import io.carryon.ticketing.problem.ProblemException;
import io.carryon.ticketing.ticket.Actor;
import io.carryon.ticketing.ticket.Ticket;
import io.carryon.ticketing.ticket.TicketEvent;
import io.carryon.ticketing.ticket.TicketStatus;
import io.carryon.ticketing.ticket.Tickets;
import jakarta.enterprise.context.ApplicationScoped;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.stream.Stream;

/** Moves tickets from status to status as their definitions allow it, and tells where they stand. */
@ApplicationScoped
public class TicketWorkflow {

    /** A later return is a slip of the year. */
    private static final Duration LONGEST_HOLD = Duration.ofDays(366);

    /** The resolution of who closes their request themselves. */
    private static final String BY_CUSTOMER = "closed-by-customer";

    private static final String BY_CUSTOMER_IN_WORDS = "You told us that this is done.";

    private final Statuses statuses;
    private final Endings endings;
    private final Tickets tickets;
    private final WorkflowStates states;
    private final Reopening reopening;
    private final Clock clock;

    TicketWorkflow(
            Statuses statuses,
            Endings endings,
            Tickets tickets,
            WorkflowStates states,
            Reopening reopening,
            Clock clock) {
        this.statuses = statuses;
        this.endings = endings;
        this.tickets = tickets;
        this.states = states;
        this.reopening = reopening;
        this.clock = clock;
    }

    /**
     * Moves a ticket that the caller has locked; nothing happens when it is there already. 409 for a move that is not
     * allowed, naming those that are; 422 for a hold without return and reason and for an end without its resolution.
     */
    public void move(Ticket ticket, StatusMove move, Actor by) {
        var all = statuses.all();
        var now = clock.instant();
        var before = states.of(ticket.id(), ticket.state().status());
        var from = current(all, before);
        var to = target(all, from, move);
        if (to.code().equals(from.code()) && !(to.status() == TicketStatus.ON_HOLD && move.returnAt() != null)) {
            return;
        }
        if (!to.code().equals(from.code()) && (!to.active() || !from.movesTo().contains(to.code()))) {
            throw notAllowed(all, from, to);
        }
        refuseToOpen(ticket, to.status());
        var holds = to.status() == TicketStatus.ON_HOLD;
        var resolution = endings.of(ticket, to.status(), move, before);
        var after = new WorkflowState(
                to.status(),
                to.code(),
                holds ? reason(move) : null,
                holds ? returnAt(move, now) : null,
                resolution.map(StatusMove.Resolution::code).orElse(null),
                resolution.map(StatusMove.Resolution::reason).orElse(null),
                doneAt(to.status(), before, now));
        ticket.changeStatus(event(from, to, move.reason(), after), by, now);
        states.store(ticket.id(), after);
    }

    /** Where the ticket stands. */
    public WorkflowView of(Ticket ticket) {
        var all = statuses.all();
        var state = states.of(ticket.id(), ticket.state().status());
        var status = current(all, state);
        return new WorkflowView(
                status.code(),
                status.name(),
                status.customerName(),
                targets(all, status)
                        .map(to -> new WorkflowView.Move(to.code(), to.status(), to.name()))
                        .toList(),
                state.holdUntil() == null ? null : new WorkflowView.Hold(state.holdReason(), state.holdUntil()),
                state.resolutionCode() == null
                        ? null
                        : new StatusMove.Resolution(state.resolutionCode(), state.explanation()),
                state.doneAt() == null
                        ? null
                        : reopening.until(List.of(ticket.id())).get(ticket.id()));
    }

    /** Tickets whose hold is over are open again, each locked and with an event of its own, in the caller's transaction. */
    void bringBack(List<Ticket> onHold) {
        var all = statuses.all();
        var now = clock.instant();
        var kept = states.of(onHold.stream().map(Ticket::id).toList());
        for (var ticket : onHold) {
            var before = kept.get(ticket.id());
            var after = Statuses.defaultOf(all, TicketStatus.OPEN);
            var state = new WorkflowState(after.status(), after.code(), null, null, null, null, null);
            ticket.changeStatus(event(current(all, before), after, before.holdReason(), state), Actor.SYSTEM, now);
        }
    }

    /** The ticket's time for follow-ups is over: it is closed, and its issue free for another one. */
    public void closeForGood(Ticket ticket, Instant now) {
        var all = statuses.all();
        var before = states.of(ticket.id(), ticket.state().status());
        var closed = Statuses.defaultOf(all, TicketStatus.CLOSED);
        var after = new WorkflowState(
                closed.status(),
                closed.code(),
                null,
                null,
                before.resolutionCode(),
                before.explanation(),
                before.doneAt());
        ticket.changeStatus(event(current(all, before), closed, null, after), Actor.SYSTEM, now);
        states.store(ticket.id(), after);
    }

    /** The customer says that it is done, which needs nothing else; nothing happens when it is. */
    public void resolveForCustomer(Ticket ticket, String reason, Actor customer) {
        var before = states.of(ticket.id(), ticket.state().status());
        if (before.category().isDone()) {
            return;
        }
        moveForCustomer(ticket, before, TicketStatus.RESOLVED, reason, customer, clock.instant());
    }

    /** The customer says that it is not done after all; nothing happens when it is open, or cannot be opened. */
    public void reopenForCustomer(Ticket ticket, String reason, Actor customer) {
        var before = states.of(ticket.id(), ticket.state().status());
        if (before.category().isDone() && !isSurpassed(ticket)) {
            moveForCustomer(ticket, before, TicketStatus.OPEN, reason, customer, clock.instant());
        }
    }

    /** Since when the ticket has been done, or null. */
    public Instant doneAt(Ticket ticket) {
        return states.of(ticket.id(), ticket.state().status()).doneAt();
    }

    /** Whether the ticket is closed and its issue worked on at another one. */
    public boolean isSurpassed(Ticket ticket) {
        return ticket.state().status() == TicketStatus.CLOSED && tickets.isAnotherOpen(ticket);
    }

    private void moveForCustomer(
            Ticket ticket, WorkflowState before, TicketStatus to, String reason, Actor customer, Instant now) {
        var all = statuses.all();
        var target = Statuses.defaultOf(all, to);
        var done = to.isDone();
        var after = new WorkflowState(
                to,
                target.code(),
                null,
                null,
                done ? BY_CUSTOMER : null,
                done ? BY_CUSTOMER_IN_WORDS : null,
                doneAt(to, before, now));
        ticket.changeStatus(event(current(all, before), target, reason, after), customer, now);
        states.store(ticket.id(), after);
    }

    private static StatusDefinition current(List<StatusDefinition> all, WorkflowState state) {
        return Statuses.named(all, state.statusCode()).orElseGet(() -> Statuses.defaultOf(all, state.category()));
    }

    /** The status that is named, or of a category the present one, else one that may be moved to, else its default. */
    private static StatusDefinition target(List<StatusDefinition> all, StatusDefinition from, StatusMove move) {
        if (move.code() != null) {
            var named = Statuses.named(all, move.code())
                    .orElseThrow(() -> ProblemException.invalid("/code", "must be one of " + codes(all.stream())));
            if (move.status() != null && move.status() != named.status()) {
                throw ProblemException.invalid(
                        "/status", "must be %s, or left out, with this code".formatted(named.status()));
            }
            return named;
        }
        if (move.status() == null) {
            throw ProblemException.invalid("/status", "must be given, or code");
        }
        return Stream.concat(
                        Stream.of(from),
                        targets(all, from).sorted((a, b) -> Boolean.compare(b.byDefault(), a.byDefault())))
                .filter(status -> status.status() == move.status())
                .findFirst()
                .orElseGet(() -> Statuses.defaultOf(all, move.status()));
    }

    private static Stream<StatusDefinition> targets(List<StatusDefinition> all, StatusDefinition from) {
        return all.stream().filter(to -> to.active() && from.movesTo().contains(to.code()));
    }

    private static List<String> codes(Stream<StatusDefinition> some) {
        return some.map(status -> status.code() + " (" + status.status() + ")").toList();
    }

    private static ProblemException notAllowed(List<StatusDefinition> all, StatusDefinition from, StatusDefinition to) {
        var allowed = codes(targets(all, from));
        return ProblemException.conflict(
                "illegal-move",
                "A ticket that is %s (%s) cannot become %s; from here it can be moved to %s."
                        .formatted(
                                from.code(),
                                from.status(),
                                to.code(),
                                allowed.isEmpty() ? "no other status" : allowed));
    }

    /** A merged ticket is worked on elsewhere, and an issue has one open ticket. */
    private void refuseToOpen(Ticket ticket, TicketStatus to) {
        if (ticket.mergedIntoTicketId() != null) {
            throw ProblemException.conflict(
                    "merged", "The ticket is merged into another one: change that, or take the merge back.");
        }
        var opens = ticket.state().status() == TicketStatus.CLOSED && to != TicketStatus.CLOSED;
        if (opens && tickets.isAnotherOpen(ticket)) {
            throw ProblemException.conflict("another-open", "The issue has another ticket that is open.");
        }
    }

    private static String reason(StatusMove move) {
        if (move.reason() == null || move.reason().isBlank() || move.returnAt() == null) {
            throw ProblemException.of(
                    422,
                    "hold-incomplete",
                    "A ticket is not put on hold without end",
                    "Send a reason, and in returnAt when the ticket comes back by itself.");
        }
        return move.reason();
    }

    private static Instant returnAt(StatusMove move, Instant now) {
        if (!move.returnAt().isAfter(now) || move.returnAt().isAfter(now.plus(LONGEST_HOLD))) {
            throw ProblemException.invalid("/returnAt", "must lie in the future, within a year");
        }
        return move.returnAt();
    }

    private static Instant doneAt(TicketStatus to, WorkflowState before, Instant now) {
        if (!to.isDone()) {
            return null;
        }
        return before.doneAt() == null ? now : before.doneAt();
    }

    private static TicketEvent.StatusChanged event(
            StatusDefinition from, StatusDefinition to, String reason, WorkflowState after) {
        return new TicketEvent.StatusChanged(
                from.status(),
                to.status(),
                reason,
                from.code(),
                to.code(),
                after.holdUntil(),
                after.resolutionCode(),
                after.explanation());
    }
}
