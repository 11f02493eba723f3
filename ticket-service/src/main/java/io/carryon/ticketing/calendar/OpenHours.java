package io.carryon.ticketing.calendar;

import com.fasterxml.jackson.annotation.JsonFormat;
import jakarta.validation.constraints.NotNull;
import java.time.LocalTime;
import org.eclipse.microprofile.openapi.annotations.enums.SchemaType;
import org.eclipse.microprofile.openapi.annotations.media.Schema;

/**
 * Hours of one day by the clock on the wall.
 *
 * @param from the first minute that counts
 * @param to the first that counts no more; midnight is the end of the day
 */
@Schema(name = "OpenHours")
public record OpenHours(
        @NotNull
        @JsonFormat(pattern = "HH:mm")
        @Schema(type = SchemaType.STRING, pattern = "^[0-2][0-9]:[0-5][0-9]$", examples = "09:00")
        LocalTime from,

        @NotNull
        @JsonFormat(pattern = "HH:mm")
        @Schema(
                type = SchemaType.STRING,
                pattern = "^[0-2][0-9]:[0-5][0-9]$",
                description = "00:00 is the end of the day",
                examples = "17:30")
        LocalTime to) {

    /** From midnight to midnight. */
    public static final OpenHours ALL_DAY = new OpenHours(LocalTime.MIDNIGHT, LocalTime.MIDNIGHT);

    /** Whether they begin before they end. */
    boolean areOrdered() {
        return untilMidnight() || from.isBefore(to);
    }

    /** Whether they are over when the others begin. */
    boolean endBefore(OpenHours next) {
        return !untilMidnight() && !to.isAfter(next.from);
    }

    boolean untilMidnight() {
        return to.equals(LocalTime.MIDNIGHT);
    }
}
