package io.carryon.ticketing.sla;

import io.carryon.ticketing.operations.SignedIn;
import io.carryon.ticketing.problem.ProblemException;
import jakarta.annotation.security.RolesAllowed;
import jakarta.transaction.Transactional;
import jakarta.ws.rs.DefaultValue;
import jakarta.ws.rs.GET;
import jakarta.ws.rs.Path;
import jakarta.ws.rs.QueryParam;
import java.time.LocalDate;
import java.time.format.DateTimeParseException;
import org.eclipse.microprofile.openapi.annotations.Operation;
import org.eclipse.microprofile.openapi.annotations.media.Content;
import org.eclipse.microprofile.openapi.annotations.media.Schema;
import org.eclipse.microprofile.openapi.annotations.parameters.Parameter;
import org.eclipse.microprofile.openapi.annotations.responses.APIResponse;
import org.eclipse.microprofile.openapi.annotations.tags.Tag;

/** Facts of waiting. */
@Path("/v1/reports")
@RolesAllowed({SignedIn.SUPERVISOR, SignedIn.ADMIN})
@Tag(name = "Reports")
public class SlaReportResource {

    private static final LocalDate EARLIEST = LocalDate.of(1970, 1, 1);
    private static final LocalDate LATEST = LocalDate.of(9999, 1, 1);

    private final SlaReports reports;

    SlaReportResource(SlaReports reports) {
        this.reports = reports;
    }

    @GET
    @Path("/sla")
    @Transactional
    @Operation(
            operationId = "reportSla",
            summary = "Who was served in time, and which channel lags",
            description =
                    "Of the waits whose due time lies in the period; each is counted once, whenever it ends. What is "
                            + "due and still waiting counts as late. A channel, queue or tier that is served worse than all is "
                            + "marked and comes first.")
    @APIResponse(
            responseCode = "200",
            description = "The figures",
            content = @Content(mediaType = "application/json", schema = @Schema(implementation = SlaReport.class)))
    @APIResponse(responseCode = "400", description = "A wrong day or grouping", ref = "Problem")
    @APIResponse(responseCode = "401", description = "No valid token", ref = "Problem")
    @APIResponse(responseCode = "403", description = "Not a supervisor or admin", ref = "Problem")
    @APIResponse(responseCode = "503", description = "The database is away; see Retry-After", ref = "Problem")
    public SlaReport sla(
            @QueryParam("from") @Parameter(required = true, description = "First day, UTC", example = "2026-06-01")
                    String from,
            @QueryParam("to")
                    @Parameter(required = true, description = "The day after the last, UTC", example = "2026-07-01")
                    String to,
            @QueryParam("by") @DefaultValue("channel") SlaReport.Grouping by) {
        var first = day("from", from);
        var end = day("to", to);
        if (!first.isBefore(end)) {
            throw ProblemException.invalid("to", "must be after from");
        }
        return reports.report(first, end, by);
    }

    private static LocalDate day(String name, String text) {
        if (text == null) {
            throw ProblemException.invalid(name, "is needed, like 2026-06-01");
        }
        try {
            var date = LocalDate.parse(text);
            if (date.isBefore(EARLIEST) || date.isAfter(LATEST)) {
                throw ProblemException.invalid(name, "must be between 1970 and 9999");
            }
            return date;
        } catch (DateTimeParseException e) {
            throw ProblemException.invalid(name, "must look like 2026-06-01");
        }
    }
}
