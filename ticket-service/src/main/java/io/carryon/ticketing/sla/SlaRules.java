package io.carryon.ticketing.sla;

import io.carryon.ticketing.calendar.BusinessCalendar;
import io.carryon.ticketing.ticket.ClockKind;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.stream.Stream;

/**
 * All policies and calendars with their past, by which clocks are read.
 *
 * <p>A clock that stopped is read by the policies that were valid when it did, one that has not by the latest: a change
 * of policies holds for every wait that is not over, also where the ticket has come to another queue or priority
 * meanwhile, and never for one that is. How a calendar's change counts, {@link BusinessCalendar} says.
 *
 * @param versions the policies in the order in which they are tried, each list from an instant on
 * @param stamp the later of two states has the greater one
 */
public record SlaRules(List<Version> versions, Map<String, BusinessCalendar> calendars, long stamp) {

    private static final String DEFAULT = "default";

    /** Policies that are valid from an instant on. */
    public record Version(Instant from, List<SlaPolicy> policies) {}

    /** Reads a clock; the same clock and rules give the same, whatever the time is. */
    public ClockReading read(TicketClock clock) {
        var policy = policies(clock.stoppedAt()).stream()
                .filter(one -> one.holdsFor(clock))
                .findFirst();
        var target = policy.flatMap(one -> one.target(clock.kind()));
        if (target.isEmpty()) {
            return new ClockReading(
                    clock, policy.map(SlaPolicy::name).orElse(null), null, null, ClockReading.Outcome.UNMEASURED, null);
        }
        return read(clock, policy.get(), target.get());
    }

    /** When a clock that is not stopped is due if it runs from now on; empty without a target. */
    Optional<Instant> expected(TicketClock clock, Instant now) {
        return policies(null).stream()
                .filter(one -> one.holdsFor(clock))
                .findFirst()
                .flatMap(policy -> policy.target(clock.kind())
                        .flatMap(target ->
                                due(calendar(policy), goingOn(clock.spans(policy.pauseOnHold()), now), target)));
    }

    private static List<TicketClock.Span> goingOn(List<TicketClock.Span> spans, Instant now) {
        return !spans.isEmpty() && spans.getLast().to() == null
                ? spans
                : Stream.concat(spans.stream(), Stream.of(new TicketClock.Span(now, null)))
                        .toList();
    }

    private BusinessCalendar calendar(SlaPolicy policy) {
        return calendars.getOrDefault(policy.calendar(), calendars.get(DEFAULT));
    }

    private ClockReading read(TicketClock clock, SlaPolicy policy, Duration target) {
        var calendar = calendar(policy);
        var spans = clock.spans(policy.pauseOnHold());
        var due = due(calendar, spans, target).orElse(null);
        var warn = due(
                        calendar,
                        spans,
                        target.multipliedBy(policy.warnAtPercent()).dividedBy(100))
                .orElse(null);
        var stopped = clock.stoppedAt();
        return new ClockReading(
                clock,
                policy.name(),
                due,
                due == null ? null : warn,
                outcome(clock, due, spans.isEmpty() || spans.getLast().to() != null),
                stopped == null ? null : worked(calendar, spans, stopped));
    }

    private static ClockReading.Outcome outcome(TicketClock clock, Instant due, boolean standsStill) {
        var stopped = clock.stoppedAt();
        if (stopped == null) {
            return standsStill ? ClockReading.Outcome.PAUSED : ClockReading.Outcome.RUNNING;
        }
        if (due != null && stopped.isAfter(due)) {
            return ClockReading.Outcome.MISSED;
        }
        return clock.kind() == ClockKind.RESOLUTION || clock.answeredAt() != null
                ? ClockReading.Outcome.MET
                : ClockReading.Outcome.WITHDRAWN;
    }

    private static Optional<Instant> due(BusinessCalendar calendar, List<TicketClock.Span> spans, Duration target) {
        var left = target;
        for (var span : spans) {
            if (span.to() == null) {
                return Optional.of(calendar.plus(span.from(), left));
            }
            var used = calendar.between(span.from(), span.to());
            if (used.compareTo(left) >= 0) {
                return Optional.of(calendar.plus(span.from(), left));
            }
            left = left.minus(used);
        }
        return Optional.empty();
    }

    private static Duration worked(BusinessCalendar calendar, List<TicketClock.Span> spans, Instant until) {
        return spans.stream()
                .map(span -> calendar.between(
                        span.from(), span.to() == null || span.to().isAfter(until) ? until : span.to()))
                .reduce(Duration.ZERO, Duration::plus);
    }

    private List<SlaPolicy> policies(Instant at) {
        var valid = versions.getFirst();
        for (var version : versions) {
            if (at == null || !version.from().isAfter(at)) {
                valid = version;
            }
        }
        return valid.policies();
    }
}
