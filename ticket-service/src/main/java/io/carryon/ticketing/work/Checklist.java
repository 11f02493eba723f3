package io.carryon.ticketing.work;

import com.fasterxml.uuid.Generators;
import io.carryon.ticketing.operations.NamedTickets;
import io.carryon.ticketing.outbox.TicketLog;
import io.carryon.ticketing.problem.ProblemException;
import io.carryon.ticketing.ticket.Actor;
import io.carryon.ticketing.ticket.StructureEvent;
import io.carryon.ticketing.ticket.Ticket;
import jakarta.enterprise.context.ApplicationScoped;
import java.time.Clock;
import java.util.List;
import java.util.UUID;

/** What is to be done on a ticket, step by step. */
@ApplicationScoped
class Checklist {

    private static final int MOST = 100;
    private static final String TO_DO = "todo";
    private static final String DONE = "done";

    private final NamedTickets tickets;
    private final WorkRows rows;
    private final TicketLog log;
    private final Clock clock;

    Checklist(NamedTickets tickets, WorkRows rows, TicketLog log, Clock clock) {
        this.tickets = tickets;
        this.rows = rows;
        this.log = log;
        this.clock = clock;
    }

    ChecklistStep add(UUID ticketId, String text, Actor by) {
        var ticket = tickets.locked(ticketId);
        if (rows.steps(ticketId).size() >= MOST) {
            throw ProblemException.conflict("too-many", "A checklist has at most %d steps.".formatted(MOST));
        }
        var step = new ChecklistStep(Generators.timeBasedEpochGenerator().generate(), text, false, null, null);
        rows.add(ticketId, step.id(), text);
        report(ticket, step, null, TO_DO, by);
        return step;
    }

    /** Another text or state; what is null stays, and nothing happens when all is so already. */
    ChecklistStep change(UUID ticketId, UUID stepId, String text, Boolean done, Actor by) {
        var ticket = tickets.locked(ticketId);
        var before = one(ticketId, stepId);
        var isDone = done == null ? before.done() : done;
        var words = text == null ? before.text() : text;
        if (isDone == before.done() && words.equals(before.text())) {
            return before;
        }
        var same = isDone == before.done();
        var after = new ChecklistStep(
                stepId,
                words,
                isDone,
                same ? before.doneBy() : isDone ? by.id() : null,
                same ? before.doneAt() : isDone ? clock.instant() : null);
        rows.change(after);
        report(ticket, after, state(before), state(after), by);
        return after;
    }

    void drop(UUID ticketId, UUID stepId, Actor by) {
        var ticket = tickets.locked(ticketId);
        var before = one(ticketId, stepId);
        rows.drop(stepId);
        report(ticket, before, state(before), null, by);
    }

    List<ChecklistStep> of(UUID ticketId) {
        tickets.require(ticketId);
        return rows.steps(ticketId);
    }

    private ChecklistStep one(UUID ticketId, UUID stepId) {
        return rows.steps(ticketId).stream()
                .filter(step -> step.id().equals(stepId))
                .findFirst()
                .orElseThrow(() -> ProblemException.notFound("The checklist has no such step."));
    }

    private void report(Ticket ticket, ChecklistStep step, String before, String after, Actor by) {
        ticket.reported(new StructureEvent.StepChanged(step.id(), step.text(), before, after), by, clock.instant());
        log.append(ticket);
    }

    private static String state(ChecklistStep step) {
        return step.done() ? DONE : TO_DO;
    }
}
