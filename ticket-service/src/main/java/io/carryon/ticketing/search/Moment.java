package io.carryon.ticketing.search;

import io.carryon.ticketing.problem.ProblemException;
import io.carryon.ticketing.problem.Times;
import java.time.Instant;
import java.time.OffsetDateTime;
import java.time.format.DateTimeParseException;
import org.eclipse.microprofile.openapi.annotations.enums.SchemaType;
import org.eclipse.microprofile.openapi.annotations.media.Schema;

/** A point in time in a query, ISO 8601 with an offset. */
@Schema(type = SchemaType.STRING, format = "date-time")
public record Moment(Instant instant) {

    /** Called with the parameter's text. */
    public static Moment fromString(String text) {
        try {
            return new Moment(Times.storable(OffsetDateTime.parse(text).toInstant())
                    .orElseThrow(() -> wrong("must be between 1970 and 9999")));
        } catch (DateTimeParseException e) {
            throw wrong("must look like 2026-06-01T00:00:00Z");
        }
    }

    private static ProblemException wrong(String why) {
        return ProblemException.invalid("openedAfter, openedBefore", why);
    }
}
