package io.carryon.ticketing.search;

import io.carryon.ticketing.problem.ProblemException;
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
            return new Moment(OffsetDateTime.parse(text).toInstant());
        } catch (DateTimeParseException e) {
            throw ProblemException.invalid("openedAfter, openedBefore", "must look like 2026-06-01T00:00:00Z");
        }
    }
}
