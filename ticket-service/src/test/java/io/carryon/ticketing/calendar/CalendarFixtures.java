package io.carryon.ticketing.calendar;

import static java.time.DayOfWeek.FRIDAY;
import static java.time.DayOfWeek.MONDAY;

import java.time.DayOfWeek;
import java.time.Instant;
import java.time.LocalDate;
import java.time.LocalDateTime;
import java.time.LocalTime;
import java.time.ZoneId;
import java.util.Arrays;
import java.util.List;
import java.util.stream.Collectors;

/** Teams at work. */
public final class CalendarFixtures {

    public static final ZoneId BERLIN = ZoneId.of("Europe/Berlin");

    private CalendarFixtures() {}

    /** {@code hours("09:00-12:00", "13:00-17:00")}. */
    public static List<OpenHours> hours(String... spans) {
        return Arrays.stream(spans)
                .map(span -> span.split("-"))
                .map(span -> new OpenHours(LocalTime.parse(span[0]), LocalTime.parse(span[1])))
                .toList();
    }

    public static SpecialDay holiday(String date) {
        return new SpecialDay(LocalDate.parse(date), null, List.of());
    }

    /** From Monday to Friday, in Berlin. */
    public static WorkingHours onWeekdays(List<OpenHours> hours, SpecialDay... days) {
        var week = Arrays.stream(DayOfWeek.values())
                .filter(day -> day.compareTo(MONDAY) >= 0 && day.compareTo(FRIDAY) <= 0)
                .collect(Collectors.toMap(day -> day, day -> hours));
        return new WorkingHours(BERLIN, week, List.of(days));
    }

    /** Every day of the week. */
    public static WorkingHours daily(ZoneId zone, List<OpenHours> hours, SpecialDay... days) {
        var week = Arrays.stream(DayOfWeek.values()).collect(Collectors.toMap(day -> day, day -> hours));
        return new WorkingHours(zone, week, List.of(days));
    }

    /** What the clock shows in Berlin; the first time where it shows it twice. */
    public static Instant berlin(String time) {
        return LocalDateTime.parse(time).atZone(BERLIN).toInstant();
    }
}
