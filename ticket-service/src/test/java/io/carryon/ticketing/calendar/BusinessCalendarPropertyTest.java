package io.carryon.ticketing.calendar;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.DayOfWeek;
import java.time.Duration;
import java.time.Instant;
import java.time.LocalDate;
import java.time.LocalTime;
import java.time.ZoneId;
import java.time.temporal.ChronoUnit;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Random;
import org.junit.jupiter.api.Test;

/** Random calendars around the days when clocks change, counted once more by looking at the clock every minute. */
class BusinessCalendarPropertyTest {

    private static final int CALENDARS = 400;

    private static final List<ZoneId> ZONES = List.of(
            ZoneId.of("Europe/Berlin"),
            ZoneId.of("America/New_York"),
            // Half an hour of daylight saving; a change at midnight; no change; the date line.
            ZoneId.of("Australia/Lord_Howe"),
            ZoneId.of("America/Santiago"),
            ZoneId.of("Asia/Kathmandu"),
            ZoneId.of("Pacific/Apia"));

    private static final List<String> AROUND =
            List.of("2026-03-08", "2026-03-29", "2026-04-05", "2026-09-06", "2026-10-25", "2026-11-01", "2011-12-30");

    @Test
    void agreesWithAClockThatIsLookedAtEveryMinute() {
        var seed = System.nanoTime();
        var random = new Random(seed);
        for (var run = 0; run < CALENDARS; run++) {
            var name = "seed %d, calendar %d".formatted(seed, run);
            var begin = LocalDate.parse(AROUND.get(random.nextInt(AROUND.size())))
                    .minusDays(3)
                    .atStartOfDay(ZoneId.of("UTC"))
                    .toInstant()
                    .plus(random.nextInt(1440), ChronoUnit.MINUTES);
            var versions = versions(random, begin);
            var calendar = new BusinessCalendar(versions);
            var minutes = 1 + random.nextInt(6 * 1440);
            var end = begin.plus(minutes, ChronoUnit.MINUTES);
            var open = new ArrayList<Instant>();
            for (var at = begin; at.isBefore(end); at = at.plus(1, ChronoUnit.MINUTES)) {
                var isOpen = shownOpen(versions, at);
                assertThat(calendar.isOpen(at)).as("%s, %s", name, at).isEqualTo(isOpen);
                if (isOpen) {
                    open.add(at);
                }
            }

            assertThat(calendar.between(begin, end)).as(name).isEqualTo(Duration.ofMinutes(open.size()));
            if (!open.isEmpty()) {
                var wanted = 1 + random.nextInt(open.size());
                assertThat(calendar.plus(begin, Duration.ofMinutes(wanted)))
                        .as("%s, %d minutes from %s", name, wanted, begin)
                        .isEqualTo(open.get(wanted - 1).plus(1, ChronoUnit.MINUTES));
            }
        }
    }

    /** What the clock on the wall shows, and whether that is within the hours. */
    private static boolean shownOpen(List<BusinessCalendar.Version> versions, Instant at) {
        var hours = versions.reversed().stream()
                .filter(version -> !version.from().isAfter(at))
                .findFirst()
                .orElse(versions.getFirst())
                .hours();
        var shown = at.atZone(hours.zone());
        var today = hours.days().stream()
                .filter(day -> day.date().equals(shown.toLocalDate()))
                .map(SpecialDay::hours)
                .findFirst()
                .orElse(hours.week().getOrDefault(shown.getDayOfWeek(), List.of()));
        var time = shown.toLocalTime();
        return today.stream()
                .anyMatch(open -> !time.isBefore(open.from())
                        && (open.to().equals(LocalTime.MIDNIGHT) || time.isBefore(open.to())));
    }

    private static List<BusinessCalendar.Version> versions(Random random, Instant begin) {
        var versions = new ArrayList<BusinessCalendar.Version>();
        var from = begin.minus(1, ChronoUnit.DAYS);
        for (var version = 0; version <= random.nextInt(3); version++) {
            versions.add(new BusinessCalendar.Version(from, hours(random, begin)));
            from = from.plus(1 + random.nextInt(4 * 1440), ChronoUnit.MINUTES);
        }
        return versions;
    }

    private static WorkingHours hours(Random random, Instant begin) {
        var week = new HashMap<DayOfWeek, List<OpenHours>>();
        for (var day : DayOfWeek.values()) {
            if (random.nextInt(4) > 0) {
                week.put(day, spans(random, 3));
            }
        }
        week.put(DayOfWeek.values()[random.nextInt(7)], spans(random, 1));
        var days = new ArrayList<SpecialDay>();
        var date = begin.atZone(ZoneId.of("UTC")).toLocalDate();
        for (var day = 0; day < random.nextInt(4); day++) {
            date = date.plusDays(1 + random.nextInt(2));
            days.add(new SpecialDay(date, null, random.nextBoolean() ? List.of() : spans(random, 2)));
        }
        return new WorkingHours(ZONES.get(random.nextInt(ZONES.size())), week, days);
    }

    private static List<OpenHours> spans(Random random, int most) {
        var spans = new ArrayList<OpenHours>();
        var minute = random.nextInt(8) == 0 ? 0 : random.nextInt(400);
        for (var span = 0; span <= random.nextInt(most); span++) {
            var end = Math.min(1440, minute + 1 + random.nextInt(500));
            spans.add(new OpenHours(time(minute), time(end)));
            minute = end + random.nextInt(120);
            if (minute >= 1440) {
                break;
            }
        }
        return spans;
    }

    private static LocalTime time(int minute) {
        return minute == 1440 ? LocalTime.MIDNIGHT : LocalTime.of(minute / 60, minute % 60);
    }
}
