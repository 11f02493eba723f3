package io.carryon.ticketing.calendar;

import static io.carryon.ticketing.calendar.CalendarFixtures.BERLIN;
import static io.carryon.ticketing.calendar.CalendarFixtures.berlin;
import static io.carryon.ticketing.calendar.CalendarFixtures.daily;
import static io.carryon.ticketing.calendar.CalendarFixtures.holiday;
import static io.carryon.ticketing.calendar.CalendarFixtures.hours;
import static io.carryon.ticketing.calendar.CalendarFixtures.onWeekdays;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.time.Duration;
import java.time.Instant;
import java.time.LocalDate;
import java.time.ZoneId;
import java.time.ZoneOffset;
import java.util.List;
import java.util.Map;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.Arguments;
import org.junit.jupiter.params.provider.MethodSource;

/** The table of cases: from when, how much business time, until when. */
class BusinessCalendarTest {

    private static final WorkingHours OFFICE = onWeekdays(hours("09:00-17:00"));
    private static final WorkingHours WITH_LUNCH = onWeekdays(hours("09:00-12:00", "13:00-17:00"));
    private static final WorkingHours NIGHTS = daily(BERLIN, hours("00:00-06:00", "22:00-00:00"));
    private static final WorkingHours CHRISTMAS = onWeekdays(
            hours("09:00-17:00"),
            new SpecialDay(LocalDate.parse("2026-12-24"), "Christmas Eve", hours("09:00-12:00")),
            holiday("2026-12-25"),
            new SpecialDay(LocalDate.parse("2026-12-27"), "Sunday before the year ends", hours("10:00-14:00")));

    static Stream<Arguments> cases() {
        return Stream.of(
                row("within a day", OFFICE, "2026-11-02T10:00", "PT2H", "2026-11-02T12:00"),
                row("to the very end of the day", OFFICE, "2026-11-02T16:00", "PT1H", "2026-11-02T17:00"),
                row("a minute more", OFFICE, "2026-11-02T16:00", "PT1H1M", "2026-11-03T09:01"),
                row("before opening", OFFICE, "2026-11-02T06:30", "PT1H", "2026-11-02T10:00"),
                row("after closing", OFFICE, "2026-11-02T20:00", "PT1H", "2026-11-03T10:00"),
                row("over the weekend", OFFICE, "2026-11-06T16:30", "PT1H", "2026-11-09T09:30"),
                row("on Sunday", OFFICE, "2026-11-08T12:00", "PT8H", "2026-11-09T17:00"),
                row("a week", OFFICE, "2026-11-02T09:00", "PT40H", "2026-11-06T17:00"),
                row("over lunch", WITH_LUNCH, "2026-11-02T11:30", "PT1H", "2026-11-02T13:30"),
                row("at lunch", WITH_LUNCH, "2026-11-02T12:20", "PT1H", "2026-11-02T14:00"),
                row("half a day and holidays", CHRISTMAS, "2026-12-24T11:00", "PT2H", "2026-12-27T11:00"),
                row("open on one Sunday", CHRISTMAS, "2026-12-27T09:00", "PT5H", "2026-12-28T10:00"),
                row("a week when clocks go forward", OFFICE, "2026-03-27T16:00", "PT2H", "2026-03-30T10:00"),
                row("a week when clocks go back", OFFICE, "2026-10-23T16:00", "PT2H", "2026-10-26T10:00"),
                row("a usual night", NIGHTS, "2026-03-27T22:00", "PT8H", "2026-03-28T06:00"),
                row("the short night", NIGHTS, "2026-03-28T22:00", "PT8H", "2026-03-29T23:00"),
                row("the long night", NIGHTS, "2026-10-24T22:00", "PT9H", "2026-10-25T06:00"));
    }

    private static Arguments row(String name, WorkingHours hours, String from, String business, String to) {
        return Arguments.of(name, hours, berlin(from), Duration.parse(business), berlin(to));
    }

    @ParameterizedTest(name = "{0}")
    @MethodSource("cases")
    void businessTimeEndsWhenTheTeamHasWorkedSoLong(
            String name, WorkingHours hours, Instant from, Duration business, Instant to) {
        var calendar = BusinessCalendar.of(hours);

        assertThat(calendar.plus(from, business)).isEqualTo(to);
        assertThat(calendar.between(from, to)).isEqualTo(business);
    }

    @Test
    void hoursTheClockLeavesOutDoNotExistAndThoseItShowsTwiceCountTwice() {
        var early = BusinessCalendar.of(daily(BERLIN, hours("02:00-03:00")));

        assertThat(early.between(berlin("2026-03-28T12:00"), berlin("2026-03-29T12:00")))
                .isZero();
        assertThat(early.between(berlin("2026-10-24T12:00"), berlin("2026-10-25T12:00")))
                .isEqualTo(Duration.ofHours(2));
        assertThat(early.isOpen(Instant.parse("2026-10-25T00:30:00Z"))).isTrue();
        assertThat(early.isOpen(Instant.parse("2026-10-25T01:30:00Z"))).isTrue();
        assertThat(early.isOpen(Instant.parse("2026-10-25T02:30:00Z"))).isFalse();
    }

    @Test
    void hoursThatBeginInTheGapBeginWhenTheClockHasJumped() {
        var calendar = BusinessCalendar.of(daily(BERLIN, hours("02:30-05:00")));

        assertThat(calendar.plus(berlin("2026-03-29T00:00"), Duration.ofHours(2)))
                .isEqualTo(berlin("2026-03-29T05:00"));
    }

    @Test
    void aDateThatAZoneSkippedHasNoHours() {
        var apia = BusinessCalendar.of(daily(ZoneId.of("Pacific/Apia"), hours("09:00-17:00")));

        // Samoa went from the 29th to the 31st of December 2011 over the date line: three dates in four.
        assertThat(apia.between(Instant.parse("2011-12-29T10:00:00Z"), Instant.parse("2012-01-01T10:00:00Z")))
                .isEqualTo(Duration.ofHours(24));
    }

    @Test
    void aChangeMovesWhatIsToComeAndCountsNothingAnewThatHasPassed() {
        var changed = berlin("2026-11-03T12:00");
        var calendar = new BusinessCalendar(List.of(
                new BusinessCalendar.Version(Instant.EPOCH, OFFICE),
                new BusinessCalendar.Version(changed, onWeekdays(hours("09:00-21:00"), holiday("2026-11-02")))));
        var before = BusinessCalendar.of(OFFICE);
        var monday = berlin("2026-11-02T09:00");

        assertThat(calendar.between(monday, changed))
                .as("the new holiday lies before the change")
                .isEqualTo(before.between(monday, changed))
                .isEqualTo(Duration.ofHours(11));
        assertThat(calendar.plus(monday, Duration.ofHours(18))).isEqualTo(berlin("2026-11-03T19:00"));
        assertThat(before.plus(monday, Duration.ofHours(18))).isEqualTo(berlin("2026-11-04T11:00"));
    }

    @Test
    void dayAndNightIsRealTime() {
        var always = BusinessCalendar.of(WorkingHours.always(BERLIN));
        var from = berlin("2026-03-01T00:17");

        assertThat(always.plus(from, Duration.ofDays(100))).isEqualTo(from.plus(Duration.ofDays(100)));
        assertThat(always.between(from, from.plusSeconds(9_000_001))).isEqualTo(Duration.ofSeconds(9_000_001));
    }

    @Test
    void noTimeIsNoTimeAndTheWrongWayRoundToo() {
        var calendar = BusinessCalendar.of(OFFICE);
        var sunday = berlin("2026-11-08T12:00");

        assertThat(calendar.plus(sunday, Duration.ZERO)).isEqualTo(sunday);
        assertThat(calendar.between(sunday.plusSeconds(90_000), sunday)).isZero();
    }

    @Test
    void whatIsNeverWorkedOffIsDueInTenYears() {
        var days = Stream.iterate(LocalDate.parse("2026-01-05"), day -> day.plusWeeks(1))
                .limit(600)
                .map(day -> new SpecialDay(day, null, List.of()))
                .toList();
        var calendar = BusinessCalendar.of(
                new WorkingHours(ZoneOffset.UTC, Map.of(java.time.DayOfWeek.MONDAY, hours("09:00-10:00")), days));
        var from = Instant.parse("2026-01-05T00:00:00Z");

        assertThat(calendar.plus(from, Duration.ofHours(1)))
                .isEqualTo(from.plus(Duration.ofDays(BusinessCalendar.HORIZON_DAYS)));
    }

    @Test
    void hoursThatOverlapOrEndBeforeTheyBeginAreNamed() {
        assertThatThrownBy(() -> onWeekdays(hours("09:00-12:00", "11:00-17:00")))
                .isInstanceOfSatisfying(
                        WrongHoursException.class,
                        wrong -> assertThat(wrong.pointer()).matches("/week/[A-Z]+/1"));
        assertThatThrownBy(() -> onWeekdays(hours("17:00-09:00"))).isInstanceOf(WrongHoursException.class);
        assertThatThrownBy(() -> onWeekdays(hours("22:00-00:00", "23:00-23:30")))
                .isInstanceOf(WrongHoursException.class);
        assertThatThrownBy(() -> onWeekdays(List.of())).isInstanceOf(WrongHoursException.class);
        assertThatThrownBy(() -> onWeekdays(hours("09:00-17:00"), holiday("2026-12-25"), holiday("2026-12-25")))
                .isInstanceOfSatisfying(
                        WrongHoursException.class,
                        wrong -> assertThat(wrong.pointer()).isEqualTo("/days"));
    }
}
