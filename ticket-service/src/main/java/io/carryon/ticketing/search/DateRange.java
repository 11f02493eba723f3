package io.carryon.ticketing.search;

import io.carryon.ticketing.problem.Times;
import java.time.Duration;
import java.time.Instant;
import java.time.LocalDate;
import java.time.OffsetDateTime;
import java.time.ZoneOffset;
import java.time.format.DateTimeParseException;
import java.util.ArrayList;
import java.util.List;
import java.util.regex.Pattern;

/**
 * A range of times in a query: a day (of UTC) or a moment, compared, or two of them with {@code ..} between; {@code from}
 * belongs to it, {@code to} does not, and either may be missing.
 */
record DateRange(Instant from, Instant to) {

    private static final Pattern COMPARED = Pattern.compile("(>=|<=|>|<|)(.+)");
    private static final Duration SHORTEST = Duration.ofNanos(1_000);

    /** @throws IllegalArgumentException saying what it must look like */
    static DateRange parse(String text) {
        var dots = text.indexOf("..");
        if (dots >= 0) {
            return new DateRange(start(text.substring(0, dots)), end(text.substring(dots + 2)));
        }
        var compared = COMPARED.matcher(text);
        if (!compared.matches()) {
            throw wrong();
        }
        var value = compared.group(2);
        return switch (compared.group(1)) {
            case ">" -> new DateRange(end(value), null);
            case ">=" -> new DateRange(start(value), null);
            case "<" -> new DateRange(null, start(value));
            case "<=" -> new DateRange(null, end(value));
            default -> new DateRange(start(value), end(value));
        };
    }

    Condition of(String column) {
        var sql = new ArrayList<String>();
        var values = new ArrayList<Object>();
        if (from != null) {
            sql.add(column + " >= ?");
            values.add(from);
        }
        if (to != null) {
            sql.add(column + " < ?");
            values.add(to);
        }
        return new Condition(String.join(" and ", sql), values, false, List.of());
    }

    private static Instant start(String text) {
        return text.length() == 10 ? day(text).atStartOfDay(ZoneOffset.UTC).toInstant() : moment(text);
    }

    /** The first time behind a day or a moment. */
    private static Instant end(String text) {
        return text.length() == 10
                ? day(text).plusDays(1).atStartOfDay(ZoneOffset.UTC).toInstant()
                : moment(text).plus(SHORTEST);
    }

    private static LocalDate day(String text) {
        try {
            var day = LocalDate.parse(text);
            if (Times.storable(day.atStartOfDay(ZoneOffset.UTC).toInstant()).isEmpty()) {
                throw wrong();
            }
            return day;
        } catch (DateTimeParseException e) {
            throw wrong();
        }
    }

    private static Instant moment(String text) {
        try {
            return Times.storable(OffsetDateTime.parse(text).toInstant()).orElseThrow(DateRange::wrong);
        } catch (DateTimeParseException e) {
            throw wrong();
        }
    }

    private static IllegalArgumentException wrong() {
        return new IllegalArgumentException(
                "must be a day like 2026-06-01 or a time like 2026-06-01T08:00:00Z, alone, after >, >=, < or <=, or two with .. between");
    }
}
