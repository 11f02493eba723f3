package io.carryon.ticketing.reports;

import io.carryon.ticketing.operations.SignedIn;
import io.carryon.ticketing.problem.Cursor;
import io.carryon.ticketing.problem.ProblemException;
import io.carryon.ticketing.problem.Slice;
import io.carryon.ticketing.reports.RepeatContactReport.Share;
import io.carryon.ticketing.reports.RepeatContactResource.Day;
import jakarta.annotation.security.RolesAllowed;
import jakarta.transaction.Transactional;
import jakarta.validation.constraints.Max;
import jakarta.validation.constraints.Min;
import jakarta.validation.constraints.Size;
import jakarta.ws.rs.DefaultValue;
import jakarta.ws.rs.GET;
import jakarta.ws.rs.Path;
import jakarta.ws.rs.QueryParam;
import java.nio.charset.StandardCharsets;
import java.util.Base64;
import org.eclipse.microprofile.openapi.annotations.Operation;
import org.eclipse.microprofile.openapi.annotations.media.Content;
import org.eclipse.microprofile.openapi.annotations.media.Schema;
import org.eclipse.microprofile.openapi.annotations.parameters.Parameter;
import org.eclipse.microprofile.openapi.annotations.responses.APIResponse;
import org.eclipse.microprofile.openapi.annotations.tags.Tag;

/** Whether B came between A and C, by who solved the tickets. */
@Path("/v1/reports")
@RolesAllowed({SignedIn.SUPERVISOR, SignedIn.ADMIN})
@Tag(name = "Reports")
public class UnacknowledgedResource {

    private static final int LONGEST_DAYS = 366;

    private final Unacknowledged solutions;

    UnacknowledgedResource(Unacknowledged solutions) {
        this.solutions = solutions;
    }

    @GET
    @Path("/unacknowledged")
    @Transactional
    @Operation(
            operationId = "reportUnacknowledged",
            summary = "Who solved tickets without telling the customer before that they were heard",
            description = "Counts solutions in the period, a ticket that was opened again and solved again as two. A "
                    + "solution is without an acknowledgement when before it neither a reply said that the customer was "
                    + "heard nor they confirmed or corrected how staff understand them (abc of the ticket). Closing what "
                    + "was resolved is no solution. Counted from the tickets' logs; all queues count.")
    @APIResponse(
            responseCode = "200",
            description = "A page of agents",
            content =
                    @Content(
                            mediaType = "application/json",
                            schema = @Schema(implementation = UnacknowledgedReport.class)))
    @APIResponse(
            responseCode = "400",
            description = "A wrong day, limit or cursor, or a period of more than 366 days",
            ref = "Problem")
    @APIResponse(responseCode = "401", description = "No valid token", ref = "Problem")
    @APIResponse(responseCode = "403", description = "Not a supervisor or admin", ref = "Problem")
    @APIResponse(responseCode = "503", description = "The database is away; see Retry-After", ref = "Problem")
    public UnacknowledgedReport unacknowledged(
            @QueryParam("from") @Parameter(required = true, description = "First day, UTC", example = "2026-06-01")
                    Day from,
            @QueryParam("to")
                    @Parameter(required = true, description = "The day after the last, UTC", example = "2026-07-01")
                    Day to,
            @QueryParam("cursor") @Size(max = 500) @Parameter(description = "next of the page before") String cursor,
            @QueryParam("limit") @DefaultValue("25") @Min(1) @Max(100) int limit) {
        if (from == null || to == null) {
            throw ProblemException.invalid(from == null ? "from" : "to", "is needed, like 2026-06-01");
        }
        if (!from.date().isBefore(to.date())) {
            throw ProblemException.invalid("to", "must be after from");
        }
        if (from.date().plusDays(LONGEST_DAYS).isBefore(to.date())) {
            throw ProblemException.invalid("to", "must be at most %d days after from".formatted(LONGEST_DAYS));
        }
        var query = "unacknowledged %s %s".formatted(from.date(), to.date());
        var found = solutions.page(from.date(), to.date(), cursor == null ? null : after(cursor, query), limit + 1);
        var slice = Slice.of(found, limit);
        return new UnacknowledgedReport(
                from.date(),
                to.date(),
                found.isEmpty() ? Share.of(0, 0) : found.getFirst().of(),
                slice.items().stream()
                        .map(one -> new UnacknowledgedReport.OfAgent(
                                one.agent().isEmpty() ? null : one.agent(), Share.of(one.without(), one.solved())))
                        .toList(),
                slice.next(last -> Cursor.of(query, String.valueOf(last.without()), inACursor(last.agent()))),
                slice.hasMore());
    }

    /** Subjects of other issuers may hold blanks, which a cursor's keys must not; nobody is a key of its own. */
    private static String inACursor(String agent) {
        var encoded = Base64.getUrlEncoder().withoutPadding().encodeToString(agent.getBytes(StandardCharsets.UTF_8));
        return "a" + encoded;
    }

    private static Unacknowledged.Counted after(String cursor, String query) {
        var keys = Cursor.keys(cursor, query, 2);
        if (keys.get(1).isEmpty()) {
            throw Cursor.wrong();
        }
        try {
            var agent = new String(Base64.getUrlDecoder().decode(keys.get(1).substring(1)), StandardCharsets.UTF_8);
            if (agent.indexOf('\0') >= 0) {
                throw Cursor.wrong();
            }
            return new Unacknowledged.Counted(agent, Long.parseLong(keys.get(0)), 0, null);
        } catch (IllegalArgumentException e) {
            throw Cursor.wrong();
        }
    }
}
