package io.carryon.ticketing.calendar;

import io.carryon.ticketing.operations.SignedIn;
import io.carryon.ticketing.problem.ProblemException;
import io.carryon.ticketing.problem.Revision;
import jakarta.annotation.security.RolesAllowed;
import jakarta.transaction.Transactional;
import jakarta.validation.Valid;
import jakarta.validation.constraints.NotNull;
import jakarta.validation.constraints.Size;
import jakarta.ws.rs.GET;
import jakarta.ws.rs.HeaderParam;
import jakarta.ws.rs.PUT;
import jakarta.ws.rs.Path;
import jakarta.ws.rs.core.Response;
import java.time.DateTimeException;
import java.time.DayOfWeek;
import java.time.ZoneId;
import java.util.List;
import java.util.Map;
import org.eclipse.microprofile.openapi.annotations.Operation;
import org.eclipse.microprofile.openapi.annotations.media.Content;
import org.eclipse.microprofile.openapi.annotations.media.Schema;
import org.eclipse.microprofile.openapi.annotations.parameters.Parameter;
import org.eclipse.microprofile.openapi.annotations.responses.APIResponse;
import org.eclipse.microprofile.openapi.annotations.tags.Tag;

/** When teams work, which is when their clocks run. */
@Path("/v1/calendars")
@RolesAllowed({SignedIn.AGENT, SignedIn.SUPERVISOR, SignedIn.ADMIN})
@Tag(name = "Calendars")
@APIResponse(responseCode = "401", description = "No valid token", ref = "Problem")
@APIResponse(responseCode = "403", description = "Not a role that may", ref = "Problem")
@APIResponse(responseCode = "503", description = "The database is away; see Retry-After", ref = "Problem")
public class CalendarResource {

    private static final String NAME = "[a-z0-9][a-z0-9-]{0,63}";

    private final CalendarStore calendars;
    private final CalendarChange change;
    private final SignedIn signedIn;

    CalendarResource(CalendarStore calendars, CalendarChange change, SignedIn signedIn) {
        this.calendars = calendars;
        this.change = change;
        this.signedIn = signedIn;
    }

    /** The hours a calendar gets. */
    @Schema(name = "CalendarHours")
    public record Hours(
            @NotNull @Size(max = 64) @Schema(description = "Of the IANA database", examples = "Europe/Berlin")
            String zone,

            @NotNull
            @Schema(
                    description = "Hours of each day of the week, in order; a day that is not named is free. They are "
                            + "hours of the clock on the wall, also on the days when it changes.")
            Map<DayOfWeek, @NotNull @Size(max = 10) List<@NotNull @Valid OpenHours>> week,

            @Size(max = 1000) @Schema(description = "Dates with hours of their own, holidays without any")
            List<@NotNull @Valid SpecialDay> days) {

        WorkingHours read() {
            try {
                return new WorkingHours(ZoneId.of(zone), week, days == null ? List.of() : days);
            } catch (WrongHoursException e) {
                throw ProblemException.invalid(e.pointer(), e.getMessage());
            } catch (DateTimeException e) {
                throw ProblemException.invalid("/zone", "must be a time zone like Europe/Berlin");
            }
        }
    }

    @GET
    @Transactional
    @Operation(operationId = "listCalendars", summary = "All business calendars")
    @APIResponse(
            responseCode = "200",
            description = "They, by name; 100 at most",
            content =
                    @Content(mediaType = "application/json", schema = @Schema(implementation = CalendarView.All.class)))
    public CalendarView.All list() {
        return new CalendarView.All(
                calendars.present().stream().map(CalendarView::of).toList());
    }

    @GET
    @Path("/{name}")
    @Transactional
    @Operation(
            operationId = "getCalendar",
            summary = "One business calendar",
            description = "The one named default always exists.")
    @APIResponse(
            responseCode = "200",
            description = "The calendar, with its ETag",
            content = @Content(mediaType = "application/json", schema = @Schema(implementation = CalendarView.class)))
    @APIResponse(responseCode = "404", description = "No such calendar", ref = "Problem")
    public Response get(@Parameter(example = "default") String name) {
        return calendars
                .present(name)
                .map(CalendarResource::answer)
                .orElseThrow(() -> ProblemException.notFound("There is no calendar of that name."));
    }

    @PUT
    @Path("/{name}")
    @Transactional
    @RolesAllowed(SignedIn.ADMIN)
    @Operation(
            operationId = "changeCalendar",
            summary = "Make a calendar, or give it other hours from now on",
            description = "What has passed stays counted by the hours that were valid then: running clocks become due "
                    + "earlier or later within a minute, clocks that have ended stay as they are.")
    @APIResponse(
            responseCode = "200",
            description = "The calendar as it is now",
            content = @Content(mediaType = "application/json", schema = @Schema(implementation = CalendarView.class)))
    @APIResponse(responseCode = "400", description = "A field or the name is wrong", ref = "Problem")
    @APIResponse(responseCode = "409", description = "There are 100 calendars", ref = "Problem")
    @APIResponse(responseCode = "412", description = "The calendar has changed since that ETag", ref = "Problem")
    @APIResponse(responseCode = "428", description = "If-Match is missing, and the calendar exists", ref = "Problem")
    public Response put(
            @Parameter(description = "Lower case letters, digits and hyphens, 64 at most", example = "default")
                    String name,
            @HeaderParam("If-Match")
                    @Parameter(description = "The ETag of the calendar; left out for a new one", example = "\"3\"")
                    String ifMatch,
            @NotNull @Valid Hours hours) {
        if (!name.matches(NAME)) {
            throw ProblemException.invalid("name", "must be lower case letters, digits and hyphens, 64 at most");
        }
        return answer(change.to(name, ifMatch, hours.read(), signedIn.id()));
    }

    private static Response answer(CalendarVersion version) {
        return Response.ok(CalendarView.of(version))
                .tag(Revision.tag(version.revision()))
                .build();
    }
}
