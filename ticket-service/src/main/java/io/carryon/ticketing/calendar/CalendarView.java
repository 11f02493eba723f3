package io.carryon.ticketing.calendar;

import com.fasterxml.jackson.annotation.JsonInclude;
import java.time.DayOfWeek;
import java.time.Instant;
import java.util.Arrays;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import org.eclipse.microprofile.openapi.annotations.media.Schema;

/** A business calendar as staff see it. */
@JsonInclude(JsonInclude.Include.NON_NULL)
@Schema(name = "Calendar")
public record CalendarView(
        @Schema(examples = "default") String name,

        @Schema(description = "Counts the calendar's changes; the ETag", examples = "3")
        int revision,

        @Schema(description = "Since when it has these hours; before, it counts by those it had then")
        Instant validFrom,

        @Schema(description = "Subject of who changed it last, absent as long as nobody did")
        String changedBy,

        @Schema(description = "Whose clocks tell the time", examples = "Europe/Berlin")
        String zone,

        @Schema(description = "Hours of each day of the week; a day that is not named is free")
        Map<DayOfWeek, List<OpenHours>> week,

        @Schema(description = "Dates with hours of their own, holidays without any")
        List<SpecialDay> days) {

    /** All calendars: there are never many. */
    @Schema(name = "Calendars")
    public record All(List<CalendarView> items) {}

    static CalendarView of(CalendarVersion version) {
        var hours = version.hours();
        var week = new LinkedHashMap<DayOfWeek, List<OpenHours>>();
        Arrays.stream(DayOfWeek.values())
                .filter(hours.week()::containsKey)
                .forEach(day -> week.put(day, hours.week().get(day)));
        return new CalendarView(
                version.name(),
                version.revision(),
                version.validFrom(),
                version.changedBy(),
                hours.zone().getId(),
                week,
                hours.days());
    }
}
