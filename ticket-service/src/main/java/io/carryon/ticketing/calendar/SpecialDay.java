package io.carryon.ticketing.calendar;

import jakarta.validation.Valid;
import jakarta.validation.constraints.NotNull;
import jakarta.validation.constraints.Pattern;
import jakarta.validation.constraints.Size;
import java.time.LocalDate;
import java.util.List;
import org.eclipse.microprofile.openapi.annotations.media.Schema;

/** A date with hours of its own, in place of its weekday's: none on a holiday, some before one. */
@Schema(name = "SpecialDay")
public record SpecialDay(
        @NotNull @Schema(examples = "2026-12-25") LocalDate date,

        @Size(max = 100)
        @Pattern(regexp = "[^\\x00]*", message = "must not contain NUL characters")
        @Schema(examples = "Christmas Day")
        String name,

        @Size(max = 10) @Valid @Schema(description = "Absent or empty on a holiday")
        List<OpenHours> hours) {

    public SpecialDay {
        hours = hours == null ? List.of() : List.copyOf(hours);
    }
}
