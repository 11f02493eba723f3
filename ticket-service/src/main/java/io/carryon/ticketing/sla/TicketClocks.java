package io.carryon.ticketing.sla;

import io.carryon.ticketing.ticket.Actor;
import io.carryon.ticketing.ticket.CallEvent;
import io.carryon.ticketing.ticket.Channel;
import io.carryon.ticketing.ticket.ClockKind;
import io.carryon.ticketing.ticket.Happening;
import io.carryon.ticketing.ticket.TicketEvent;
import io.carryon.ticketing.ticket.WaitingEvent;
import java.time.Instant;
import java.util.List;
import java.util.function.Predicate;
import java.util.function.UnaryOperator;
import java.util.stream.Stream;

/**
 * The clocks of one ticket: a function of its events and of nothing else, so that counting again gives the same.
 *
 * <ul>
 *   <li>The first contact begins the wait for a first response and for the solution.
 *   <li>A first or next response is staff's reply, or staff who answer a call; notes, moves and what the system sends by
 *       itself are none.
 *   <li>A later message begins the wait for the next response, unless an earlier one still waits: who writes three times
 *       waits since the first. Before the first response there is no next one.
 *   <li>To want a person is to wait for the next response as well.
 *   <li>What asks nothing, as a thank-you or a call's recording, begins nothing.
 *   <li>Clocks stand still while the customer is to answer and while the ticket is solved; they go on where they stood
 *       when it is opened again. On hold they stand still where the policy says so.
 * </ul>
 */
public record TicketClocks(List<TicketClock> clocks) {

    /** Before anything happened. */
    public static final TicketClocks NONE = new TicketClocks(List.of());

    public TicketClocks {
        clocks = List.copyOf(clocks);
    }

    /** The clocks after the ticket's next event. */
    public TicketClocks after(Happening happening) {
        var moved = each(clock -> clock.moved(happening.after(), happening.at()));
        return switch (happening.event()) {
            case TicketEvent.Opened opened ->
                moved.opened(happening, opened.channel(), opened.tier(), opened.receivedAt());
            case TicketEvent.ContactAdded added ->
                added.asks() ? moved.asked(happening, added.channel(), added.tier(), added.receivedAt()) : moved;
            // Alone, it came without any reply to it.
            case TicketEvent.ContactMovedIn move ->
                move.entryIds().size() == 1 ? moved.asked(happening, null, null, null) : moved;
            case TicketEvent.Replied replied ->
                happening.actor().kind() == Actor.Kind.STAFF ? moved.answered(happening.at()) : moved;
            case WaitingEvent.PersonWanted wanted -> moved.asked(happening, wanted.channel(), null, wanted.since());
            case CallEvent.CallAnswered answered -> moved.answered(happening.at());
            case WaitingEvent.SlaWarned warned -> moved.told(warned, clock -> clock.warned(happening.at()));
            case WaitingEvent.SlaBreached breached -> moved.told(breached, clock -> clock.breached(happening.at()));
            default -> moved;
        };
    }

    private TicketClocks opened(Happening by, Channel channel, String tier, Instant receivedAt) {
        return clocks.isEmpty()
                ? new TicketClocks(Stream.of(ClockKind.FIRST_RESPONSE, ClockKind.RESOLUTION)
                        .map(kind -> TicketClock.started(kind, by, channel, tier, receivedAt))
                        .toList())
                : this;
    }

    private TicketClocks asked(Happening by, Channel channel, String tier, Instant receivedAt) {
        var waits = clocks.stream().anyMatch(TicketClocks::waitsForAnswer);
        if (clocks.isEmpty() || waits) {
            return this;
        }
        var first = clocks.getFirst();
        var next = TicketClock.started(
                ClockKind.NEXT_RESPONSE,
                by,
                channel == null ? first.channel() : channel,
                tier == null ? first.tier() : tier,
                receivedAt);
        return new TicketClocks(Stream.concat(clocks.stream(), Stream.of(next)).toList());
    }

    private TicketClocks answered(Instant at) {
        return each(clock -> clock.answered(at));
    }

    private TicketClocks told(WaitingEvent.OfClock event, UnaryOperator<TicketClock> change) {
        Predicate<TicketClock> meant = clock -> clock.kind() == event.clock() && clock.number() == event.number();
        return each(clock -> meant.test(clock) ? change.apply(clock) : clock);
    }

    private TicketClocks each(UnaryOperator<TicketClock> change) {
        return new TicketClocks(clocks.stream().map(change).toList());
    }

    private static boolean waitsForAnswer(TicketClock clock) {
        return clock.kind() != ClockKind.RESOLUTION && clock.answeredAt() == null;
    }
}
