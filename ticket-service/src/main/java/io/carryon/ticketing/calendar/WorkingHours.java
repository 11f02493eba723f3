package io.carryon.ticketing.calendar;

import java.time.DayOfWeek;
import java.time.LocalDate;
import java.time.ZoneId;
import java.util.Arrays;
import java.util.List;
import java.util.Map;
import java.util.function.Function;
import java.util.stream.Collectors;

/**
 * When a team works: the hours of each weekday, the dates that differ, and the zone whose clocks tell the time.
 *
 * @param week hours in order and apart from each other; a day that is not named is free, but not all seven
 * @param days no date twice
 */
public record WorkingHours(ZoneId zone, Map<DayOfWeek, List<OpenHours>> week, List<SpecialDay> days) {

    /** Without any holiday, day and night. */
    public static WorkingHours always(ZoneId zone) {
        return new WorkingHours(
                zone,
                Arrays.stream(DayOfWeek.values())
                        .collect(Collectors.toMap(Function.identity(), day -> List.of(OpenHours.ALL_DAY))),
                List.of());
    }

    /** @throws WrongHoursException naming the field that is wrong by its JSON pointer */
    public WorkingHours {
        week.forEach((day, hours) -> requireInOrder("/week/" + day, hours));
        if (week.values().stream().allMatch(List::isEmpty)) {
            throw new WrongHoursException("/week", "must have hours on one day at least");
        }
        for (var at = 0; at < days.size(); at++) {
            requireInOrder("/days/%d/hours".formatted(at), days.get(at).hours());
        }
        if (days.stream().map(SpecialDay::date).distinct().count() < days.size()) {
            throw new WrongHoursException("/days", "must not name a date twice");
        }
        week = Map.copyOf(week);
        days = List.copyOf(days);
    }

    private static void requireInOrder(String pointer, List<OpenHours> hours) {
        for (var at = 0; at < hours.size(); at++) {
            if (!hours.get(at).areOrdered()) {
                throw new WrongHoursException(pointer + "/" + at, "must begin before they end");
            }
            if (at > 0 && !hours.get(at - 1).endBefore(hours.get(at))) {
                throw new WrongHoursException(pointer + "/" + at, "must begin after the ones before have ended");
            }
        }
    }

    Map<LocalDate, List<OpenHours>> daysByDate() {
        return days.stream().collect(Collectors.toMap(SpecialDay::date, SpecialDay::hours));
    }
}
