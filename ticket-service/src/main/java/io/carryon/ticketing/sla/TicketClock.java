package io.carryon.ticketing.sla;

import io.carryon.ticketing.ticket.Channel;
import io.carryon.ticketing.ticket.ClockKind;
import io.carryon.ticketing.ticket.Happening;
import io.carryon.ticketing.ticket.Priority;
import io.carryon.ticketing.ticket.TicketState;
import java.time.Instant;
import java.time.temporal.ChronoUnit;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.UUID;

/**
 * One wait of a customer, as the ticket's events tell it: when it began, when it stood still, when it ended. What is due
 * when follows from it and from the rules ({@link SlaRules}), and is no part of it.
 *
 * @param number revision of the event that began it, which tells the waits of one kind apart
 * @param channel of the contact that began it
 * @param tier of the customer when it began, or null
 * @param queue and priority: of the ticket, as long as the clock is not stopped
 * @param answeredAt when staff spoke with the customer; null for {@link ClockKind#RESOLUTION}, which only stands still
 * @param warnedAt when staff were warned, or null
 * @param breachedAt when it was escalated, or null
 */
public record TicketClock(
        UUID ticketId,
        ClockKind kind,
        int number,
        Channel channel,
        String tier,
        String queue,
        Priority priority,
        Instant startedAt,
        Instant answeredAt,
        List<Pause> pauses,
        Instant warnedAt,
        Instant breachedAt) {

    /** A time in which it ran; {@code to} is null for one that goes on. */
    record Span(Instant from, Instant to) {}

    public TicketClock {
        pauses = List.copyOf(pauses);
    }

    static TicketClock started(ClockKind kind, Happening by, Channel channel, String tier, Instant receivedAt) {
        // As fine as the database keeps it, so that counting again gives the same.
        var start = (receivedAt == null || receivedAt.isAfter(by.at()) ? by.at() : receivedAt)
                .truncatedTo(ChronoUnit.MICROS);
        var state = by.after();
        var clock = new TicketClock(
                by.ticketId(),
                kind,
                by.revision(),
                channel,
                tier,
                state.queue(),
                state.priority(),
                start,
                null,
                List.of(),
                null,
                null);
        return clock.moved(state, start);
    }

    /** When it stopped: with the answer, or because the ticket is done; null as long as it runs or only stands still. */
    public Instant stoppedAt() {
        return answeredAt != null
                ? answeredAt
                : present()
                        .filter(pause -> pause.reason() == Pause.Reason.DONE)
                        .map(Pause::from)
                        .orElse(null);
    }

    /** Why it stands still; empty when it runs or was answered. */
    Optional<Pause> present() {
        return answeredAt != null || pauses.isEmpty() || !pauses.getLast().lasts()
                ? Optional.empty()
                : Optional.of(pauses.getLast());
    }

    /** The same after the ticket has come to a state. */
    TicketClock moved(TicketState state, Instant at) {
        if (answeredAt != null) {
            return this;
        }
        var before = present().map(Pause::reason);
        var after = Pause.Reason.of(state.status());
        if (before.equals(after)) {
            return stoppedAt() == null ? with(state, pauses) : this;
        }
        var all = new ArrayList<>(pauses);
        if (before.isPresent()) {
            all.set(all.size() - 1, all.getLast().until(at));
        }
        after.ifPresent(reason -> all.add(new Pause(reason, at, null)));
        return with(state, all);
    }

    /** The same after an answer; a pause ends with it. */
    TicketClock answered(Instant at) {
        if (kind == ClockKind.RESOLUTION || answeredAt != null) {
            return this;
        }
        var all = new ArrayList<>(pauses);
        present().ifPresent(pause -> all.set(all.size() - 1, pause.until(at)));
        return new TicketClock(
                ticketId,
                kind,
                number,
                channel,
                tier,
                queue,
                priority,
                startedAt,
                at.isBefore(startedAt) ? startedAt : at,
                all,
                warnedAt,
                breachedAt);
    }

    TicketClock warned(Instant at) {
        return with(warnedAt == null ? at : warnedAt, breachedAt);
    }

    TicketClock breached(Instant at) {
        return with(warnedAt, breachedAt == null ? at : breachedAt);
    }

    /**
     * When it ran, in order. A clock that was stopped while it ran is shown as if it went on, so that its spans tell when
     * it would have been due.
     *
     * @param pauseOnHold whether it stands still while the ticket is on hold
     */
    List<Span> spans(boolean pauseOnHold) {
        var spans = new ArrayList<Span>();
        var from = startedAt;
        for (var pause : pauses) {
            if ((pause.reason() == Pause.Reason.HOLD && !pauseOnHold)
                    || (pause.reason() == Pause.Reason.DONE && pause.lasts())) {
                continue;
            }
            if (from.isBefore(pause.from())) {
                spans.add(new Span(from, pause.from()));
            }
            if (pause.lasts()) {
                return spans;
            }
            from = from.isAfter(pause.to()) ? from : pause.to();
        }
        spans.add(new Span(from, null));
        return spans;
    }

    private TicketClock with(TicketState state, List<Pause> all) {
        return new TicketClock(
                ticketId,
                kind,
                number,
                channel,
                tier,
                state.queue(),
                state.priority(),
                startedAt,
                answeredAt,
                all,
                warnedAt,
                breachedAt);
    }

    private TicketClock with(Instant warned, Instant breached) {
        return new TicketClock(
                ticketId,
                kind,
                number,
                channel,
                tier,
                queue,
                priority,
                startedAt,
                answeredAt,
                pauses,
                warned,
                breached);
    }
}
