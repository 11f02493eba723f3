package io.carryon.gateway.callback;

import java.time.DateTimeException;
import java.time.DayOfWeek;
import java.time.LocalDate;
import java.time.LocalTime;
import java.time.ZonedDateTime;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.Comparator;
import java.util.EnumMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.regex.Pattern;

/**
 * Hours of a week, such as {@code Mon-Fri 09:00-12:30 13:30-17:00, Sat 10:00-14:00}, or {@code always}. A day of which
 * nothing is said is closed; 24:00 is the end of a day.
 */
public final class WeeklyHours {

    private static final String ALWAYS = "always";
    private static final Pattern PART =
            Pattern.compile("(\\p{Alpha}{3})(?:-(\\p{Alpha}{3}))?((?: +\\d\\d:\\d\\d-\\d\\d:\\d\\d)+)");
    private static final List<String> DAYS = List.of("mon", "tue", "wed", "thu", "fri", "sat", "sun");
    private static final String END_OF_DAY = "24:00";

    private final Map<DayOfWeek, List<Span>> open = new EnumMap<>(DayOfWeek.class);

    /** A part of a day, the end not included; null is the end of the day. */
    record Span(LocalTime from, LocalTime to) {

        boolean has(LocalTime time) {
            return !time.isBefore(from) && (to == null || time.isBefore(to));
        }
    }

    private WeeklyHours() {}

    /** Throws IllegalArgumentException naming the part that cannot be read. */
    public static WeeklyHours of(String text) {
        var hours = new WeeklyHours();
        if (ALWAYS.equalsIgnoreCase(text.strip())) {
            Arrays.stream(DayOfWeek.values()).forEach(day -> hours.add(day, new Span(LocalTime.MIN, null)));
            return hours;
        }
        for (var part : text.split(",")) {
            hours.add(part.strip());
        }
        return hours;
    }

    private void add(String part) {
        var read = PART.matcher(part);
        if (!read.matches()) {
            throw unreadable(part);
        }
        var first = day(read.group(1), part);
        var last = read.group(2) == null ? first : day(read.group(2), part);
        for (var span : read.group(3).strip().split(" +")) {
            var ends = span.split("-");
            var day = first;
            add(day, span(ends[0], ends[1], part));
            while (day != last) {
                day = day.plus(1);
                add(day, span(ends[0], ends[1], part));
            }
        }
    }

    private void add(DayOfWeek day, Span span) {
        var spans = open.computeIfAbsent(day, d -> new ArrayList<>());
        spans.add(span);
        spans.sort(Comparator.comparing(Span::from));
    }

    private static DayOfWeek day(String name, String part) {
        var index = DAYS.indexOf(name.toLowerCase(Locale.ROOT));
        if (index < 0) {
            throw unreadable(part);
        }
        return DayOfWeek.of(index + 1);
    }

    private static Span span(String from, String to, String part) {
        try {
            var begin = LocalTime.parse(from);
            var end = END_OF_DAY.equals(to) ? null : LocalTime.parse(to);
            if (end == null || begin.isBefore(end)) {
                return new Span(begin, end);
            }
        } catch (DateTimeException e) {
            throw new IllegalArgumentException(wanted(part), e);
        }
        throw unreadable(part);
    }

    private static IllegalArgumentException unreadable(String part) {
        return new IllegalArgumentException(wanted(part));
    }

    private static String wanted(String part) {
        return "Hours are written as Mon-Fri 09:00-17:00, Sat 10:00-14:00 or always, not as: " + part;
    }

    /** Whether the moment, in its own zone, is within the hours. */
    public boolean isOpen(ZonedDateTime moment) {
        return of(moment.toLocalDate()).stream().anyMatch(span -> span.has(moment.toLocalTime()));
    }

    /** The open parts of a day, in their order. */
    List<Span> of(LocalDate day) {
        return open.getOrDefault(day.getDayOfWeek(), List.of());
    }
}
