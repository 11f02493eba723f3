package io.carryon.ticketing.calendar;

import java.time.Duration;
import java.time.Instant;
import java.time.LocalDate;
import java.time.ZoneOffset;
import java.time.zone.ZoneRules;
import java.util.List;
import java.util.Map;

/**
 * Counts time as those who wait for a team may count it: only while the team works.
 *
 * <p>Hours are hours of the clock on the wall: the calendar is open at an instant when the clock of its zone then shows a
 * time within the hours of the date it shows. What passes meanwhile is real time, so a night shift is an hour shorter
 * when clocks go forward and an hour longer when they go back, and hours that the clock leaves out do not exist.
 *
 * <p>A calendar changes: it is a sequence of working hours, each from an instant on. What has passed stays counted by the
 * hours that were valid then, and what is to come is counted by the new ones. So a change moves when running clocks are
 * due, never whether one that ended was in time, and counting again gives the same.
 */
public final class BusinessCalendar {

    /** Whoever does not find enough business time within so many days is due then. */
    static final int HORIZON_DAYS = 3660;

    /** Working hours and the instant from which they hold. */
    public record Version(Instant from, WorkingHours hours) {}

    /** A time in which nothing changes: neither the version, nor the offset of its zone, nor the date. */
    private record Slice(Instant from, Instant to, LocalDate date, ZoneOffset offset, List<OpenHours> hours) {

        Instant start(OpenHours open) {
            return later(from, date.atTime(open.from()).toInstant(offset));
        }

        Instant end(OpenHours open) {
            var day = open.untilMidnight() ? date.plusDays(1) : date;
            return earlier(to, day.atTime(open.to()).toInstant(offset));
        }
    }

    /** The parts of working hours in the form that is walked through. */
    private record Shifts(WorkingHours hours, ZoneRules rules, Map<LocalDate, List<OpenHours>> days) {

        static Shifts of(WorkingHours hours) {
            return new Shifts(hours, hours.zone().getRules(), hours.daysByDate());
        }

        List<OpenHours> on(LocalDate date) {
            var special = days.get(date);
            return special == null ? hours.week().getOrDefault(date.getDayOfWeek(), List.of()) : special;
        }
    }

    private final List<Version> versions;
    private final List<Shifts> shifts;

    /** @param versions at least one, by their beginning; before the second begins, the first holds */
    public BusinessCalendar(List<Version> versions) {
        if (versions.isEmpty()) {
            throw new IllegalArgumentException("A calendar has one version at least");
        }
        this.versions = List.copyOf(versions);
        this.shifts =
                versions.stream().map(version -> Shifts.of(version.hours())).toList();
    }

    /** A calendar that has always been the same. */
    public static BusinessCalendar of(WorkingHours hours) {
        return new BusinessCalendar(List.of(new Version(Instant.MIN, hours)));
    }

    /** Whether the team works at the instant. */
    public boolean isOpen(Instant at) {
        var slice = slice(at);
        return slice.hours().stream()
                .anyMatch(open ->
                        !slice.start(open).isAfter(at) && slice.end(open).isAfter(at));
    }

    /**
     * The first instant at which so much business time has passed: the end of the hours when they just suffice, and the
     * beginning itself for no time at all. Ten years on at the latest.
     */
    public Instant plus(Instant from, Duration business) {
        var left = business;
        var horizon = from.plus(Duration.ofDays(HORIZON_DAYS));
        var at = from;
        while (!left.isZero() && at.isBefore(horizon)) {
            var slice = slice(at);
            for (var open : slice.hours()) {
                var start = slice.start(open);
                var length = length(start, slice.end(open));
                if (length.compareTo(left) >= 0) {
                    return start.plus(left);
                }
                left = left.minus(length);
            }
            at = slice.to();
        }
        return left.isZero() ? at : horizon;
    }

    /** The business time from one instant to another; none when they are in the other order. */
    public Duration between(Instant from, Instant to) {
        var sum = Duration.ZERO;
        var at = from;
        while (at.isBefore(to)) {
            var slice = slice(at);
            for (var open : slice.hours()) {
                sum = sum.plus(length(slice.start(open), earlier(to, slice.end(open))));
            }
            at = slice.to();
        }
        return sum;
    }

    /** From the instant to the next one at which anything may change. */
    private Slice slice(Instant at) {
        var index = versionAt(at);
        var shift = shifts.get(index);
        var offset = shift.rules().getOffset(at);
        var date = at.atOffset(offset).toLocalDate();
        var end = date.plusDays(1).atStartOfDay().toInstant(offset);
        var transition = shift.rules().nextTransition(at);
        if (transition != null) {
            end = earlier(end, transition.getInstant());
        }
        if (index + 1 < versions.size()) {
            end = earlier(end, versions.get(index + 1).from());
        }
        return new Slice(at, end, date, offset, shift.on(date));
    }

    private int versionAt(Instant at) {
        var index = 0;
        while (index + 1 < versions.size() && !versions.get(index + 1).from().isAfter(at)) {
            index++;
        }
        return index;
    }

    private static Duration length(Instant from, Instant to) {
        return from.isBefore(to) ? Duration.between(from, to) : Duration.ZERO;
    }

    private static Instant earlier(Instant one, Instant other) {
        return one.isBefore(other) ? one : other;
    }

    private static Instant later(Instant one, Instant other) {
        return one.isAfter(other) ? one : other;
    }
}
