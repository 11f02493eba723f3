package io.carryon.ticketing.promises;

import io.carryon.ticketing.ticket.Actor;
import io.carryon.ticketing.ticket.CallEvent;
import io.carryon.ticketing.ticket.Happening;
import io.carryon.ticketing.ticket.TicketEvent;
import io.carryon.ticketing.ticket.TicketStatus;
import io.carryon.ticketing.ticket.WaitingEvent;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.UUID;
import org.eclipse.microprofile.openapi.annotations.media.Schema;

/**
 * That a customer hears from us by a time, as staff told them: a function of the ticket's events.
 *
 * @param number revision of the event that made it
 * @param madeBy subject of who made it
 * @param step what comes next, in words for the customer; null when the reply said it
 * @param settledAt when they heard from us or were told of another time; null as long as we owe it
 * @param movedTo the other time they were told of before this one, else null
 * @param remindedAt when staff were told that it is due soon; null until then
 */
public record Promise(
        UUID ticketId,
        int number,
        Instant madeAt,
        String madeBy,
        String step,
        Instant dueAt,
        State state,
        Instant settledAt,
        Instant movedTo,
        Instant remindedAt) {

    /** What became of it. */
    @Schema(name = "PromiseState")
    public enum State {
        OPEN,
        /** They heard from us in time. */
        KEPT,
        /** They did not. */
        BROKEN,
        /** They were told of another time before this one. */
        MOVED,
        /** The ticket was merged into another one, where it goes on. */
        LAPSED
    }

    static Promise made(Happening by, String step, Instant dueAt) {
        return new Promise(
                by.ticketId(), by.revision(), by.at(), by.actor().id(), step, dueAt, State.OPEN, null, null, null);
    }

    /**
     * What an event makes of the promise that is owed (null: none): those that changed, of which the last may be owed.
     * Only staff's reply, a call they answer, and the solution settle one, in time or not; a note tells nobody anything.
     */
    static List<Promise> after(Promise owed, Happening happening) {
        var at = happening.at();
        var changed = new ArrayList<Promise>();
        switch (happening.event()) {
            case TicketEvent.Replied replied
            when happening.actor().kind() == Actor.Kind.STAFF -> {
                settle(owed, at, changed);
                if (replied.nextUpdateBy() != null) {
                    changed.add(made(happening, null, replied.nextUpdateBy()));
                }
            }
            case CallEvent.CallAnswered call -> settle(owed, at, changed);
            case WaitingEvent.NextStepChanged step -> {
                move(owed, step.nextUpdateBy(), at, changed);
                changed.add(made(happening, step.nextStep(), step.nextUpdateBy()));
            }
            case WaitingEvent.PromiseDue due
            when owed != null && owed.number == due.promise() -> changed.add(owed.reminded(at));
            case WaitingEvent.PromiseBroken broken
            when owed != null && owed.number == broken.promise() -> changed.add(owed.now(State.BROKEN, null, null));
            case TicketEvent.Merged merged when owed != null -> changed.add(owed.now(State.LAPSED, at, null));
            default -> {
                if (isDone(happening.after().status())) {
                    settle(owed, at, changed);
                }
            }
        }
        return changed;
    }

    private static boolean isDone(TicketStatus status) {
        return status == TicketStatus.RESOLVED || status == TicketStatus.CLOSED;
    }

    private static void settle(Promise owed, Instant at, List<Promise> changed) {
        if (owed != null) {
            changed.add(owed.now(owed.inTime(at) ? State.KEPT : State.BROKEN, at, null));
        }
    }

    private static void move(Promise owed, Instant to, Instant at, List<Promise> changed) {
        if (owed != null) {
            changed.add(owed.inTime(at) ? owed.now(State.MOVED, at, to) : owed.now(State.BROKEN, at, null));
        }
    }

    /** Whether it is still owed. */
    boolean isOwed() {
        return settledAt == null;
    }

    /** Whether staff are to be told that it is due soon: so long before, or in the last quarter of its time, if later. */
    boolean isToRemind(Duration before, Instant now) {
        var quarter = Duration.between(madeAt, dueAt).dividedBy(4);
        var from = dueAt.minus(quarter.compareTo(before) < 0 ? quarter : before);
        return state == State.OPEN && remindedAt == null && !now.isBefore(from) && now.isBefore(dueAt);
    }

    private boolean inTime(Instant at) {
        return state == State.OPEN && !at.isAfter(dueAt);
    }

    private Promise now(State next, Instant settled, Instant moved) {
        return new Promise(ticketId, number, madeAt, madeBy, step, dueAt, next, settled, moved, remindedAt);
    }

    private Promise reminded(Instant at) {
        return new Promise(ticketId, number, madeAt, madeBy, step, dueAt, state, settledAt, movedTo, at);
    }
}
