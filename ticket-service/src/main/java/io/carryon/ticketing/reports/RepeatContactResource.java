package io.carryon.ticketing.reports;

import io.carryon.ticketing.operations.SignedIn;
import io.carryon.ticketing.problem.ProblemException;
import jakarta.annotation.security.RolesAllowed;
import jakarta.ws.rs.DefaultValue;
import jakarta.ws.rs.GET;
import jakarta.ws.rs.Path;
import jakarta.ws.rs.QueryParam;
import java.time.LocalDate;
import java.time.format.DateTimeParseException;
import org.eclipse.microprofile.openapi.annotations.Operation;
import org.eclipse.microprofile.openapi.annotations.enums.SchemaType;
import org.eclipse.microprofile.openapi.annotations.media.Content;
import org.eclipse.microprofile.openapi.annotations.media.Schema;
import org.eclipse.microprofile.openapi.annotations.parameters.Parameter;
import org.eclipse.microprofile.openapi.annotations.responses.APIResponse;
import org.eclipse.microprofile.openapi.annotations.tags.Tag;

/** Facts of repeat contact. */
@Path("/v1/reports")
@RolesAllowed({SignedIn.SUPERVISOR, SignedIn.ADMIN})
@Tag(name = "Reports")
public class RepeatContactResource {

    private static final LocalDate EARLIEST = LocalDate.of(1970, 1, 1);
    private static final LocalDate LATEST = LocalDate.of(9999, 1, 1);

    private final RepeatContacts contacts;

    RepeatContactResource(RepeatContacts contacts) {
        this.contacts = contacts;
    }

    /** A day of the calendar. */
    @Schema(type = SchemaType.STRING, format = "date")
    public record Day(LocalDate date) {

        /** Called with the parameter's text. */
        public static Day fromString(String text) {
            try {
                var date = LocalDate.parse(text);
                if (date.isBefore(EARLIEST) || date.isAfter(LATEST)) {
                    throw ProblemException.invalid("from, to", "must be between 1970 and 9999");
                }
                return new Day(date);
            } catch (DateTimeParseException e) {
                throw ProblemException.invalid("from, to", "must look like 2026-06-01");
            }
        }
    }

    @GET
    @Path("/repeat-contacts")
    @Operation(
            operationId = "reportRepeatContacts",
            summary = "How often customers came back about the same issue, and how often once was enough",
            description = "Of the issues whose first contact came in the period. A contact is a call, a mail, a chat "
                    + "session or a portal request, whatever its number of messages; contacts belong to the issue they "
                    + "are linked to now, so a confirmed, rejected or undone link corrects the past. The window starts "
                    + "with the issue's first contact; a contact exactly at its end is in it. Shares count issues "
                    + "whose window has ended and no others: an issue that may still get a further contact is "
                    + "pending, and no success. Groups are by what held at the first contact. Everything is "
                    + "recounted from the tickets' logs (GET /v1/tickets/{id}/events) to the same figures.")
    @APIResponse(
            responseCode = "200",
            description = "The shares, each with numerator and denominator",
            content =
                    @Content(
                            mediaType = "application/json",
                            schema = @Schema(implementation = RepeatContactReport.class)))
    @APIResponse(responseCode = "400", description = "A wrong day, window or grouping", ref = "Problem")
    @APIResponse(responseCode = "401", description = "No valid token", ref = "Problem")
    @APIResponse(responseCode = "403", description = "Not a supervisor or admin", ref = "Problem")
    @APIResponse(responseCode = "503", description = "The database is away; see Retry-After", ref = "Problem")
    public RepeatContactReport repeatContacts(
            @QueryParam("from") @Parameter(required = true, description = "First day, UTC", example = "2026-06-01")
                    Day from,
            @QueryParam("to")
                    @Parameter(required = true, description = "The day after the last, UTC", example = "2026-07-01")
                    Day to,
            @QueryParam("window")
                    @DefaultValue("7")
                    @Parameter(
                            description = "Days, 7 or 30",
                            schema =
                                    @Schema(
                                            type = SchemaType.INTEGER,
                                            enumeration = {"7", "30"}))
                    int window,
            @QueryParam("by") @DefaultValue("none") RepeatContactReport.Grouping by) {
        if (from == null || to == null) {
            throw ProblemException.invalid(from == null ? "from" : "to", "is needed, like 2026-06-01");
        }
        if (!from.date().isBefore(to.date())) {
            throw ProblemException.invalid("to", "must be after from");
        }
        if (window != 7 && window != 30) {
            throw ProblemException.invalid("window", "must be 7 or 30");
        }
        return contacts.report(from.date(), to.date(), window, by);
    }
}
