package io.carryon.gateway.oversight;

import io.carryon.gateway.contact.Channel;
import io.carryon.gateway.contact.IntakeLog.Outcome;
import io.carryon.gateway.problem.ProblemException;
import io.smallrye.common.annotation.RunOnVirtualThread;
import jakarta.annotation.security.RolesAllowed;
import jakarta.validation.constraints.Max;
import jakarta.validation.constraints.Min;
import jakarta.ws.rs.DefaultValue;
import jakarta.ws.rs.GET;
import jakarta.ws.rs.Path;
import jakarta.ws.rs.QueryParam;
import java.util.List;
import java.util.Locale;
import org.eclipse.microprofile.openapi.annotations.Operation;
import org.eclipse.microprofile.openapi.annotations.responses.APIResponse;
import org.eclipse.microprofile.openapi.annotations.security.SecurityRequirement;
import org.eclipse.microprofile.openapi.annotations.tags.Tag;

/** What arrived and what became of it. */
@Path("/v1/intake")
@RolesAllowed({"supervisor", "admin"})
@SecurityRequirement(name = "bearer")
@Tag(name = "Intake")
@RunOnVirtualThread
public class IntakeResource {

    private final IntakeHistory history;

    IntakeResource(IntakeHistory history) {
        this.history = history;
    }

    @GET
    @Operation(summary = "List deliveries, newest first", operationId = "listIntake")
    @APIResponse(responseCode = "200", description = "A page of deliveries")
    @APIResponse(responseCode = "400", description = "A filter or the cursor is not valid (problem+json)")
    @APIResponse(responseCode = "401", description = "No valid token (problem+json)")
    @APIResponse(responseCode = "403", description = "Not a supervisor (problem+json)")
    @APIResponse(responseCode = "503", description = "The database is away (problem+json)")
    public Cursor.Page<IntakeHistory.Row> list(
            @QueryParam("channel") String channel,
            @QueryParam("outcome") String outcome,
            @QueryParam("cursor") String cursor,
            @QueryParam("limit") @DefaultValue("25") @Min(1) @Max(100) int limit) {
        var query = "intake " + channel + " " + outcome;
        var rows = history.list(
                word(Channel.class, "/channel", channel),
                word(Outcome.class, "/outcome", outcome),
                Cursor.position(cursor, query),
                limit + 1);
        return Cursor.page(rows, limit, IntakeHistory.Row::position, query);
    }

    @GET
    @Path("/summary")
    @Operation(summary = "Count deliveries by channel and outcome", operationId = "summarizeIntake")
    @APIResponse(responseCode = "200", description = "One entry per channel and outcome")
    @APIResponse(responseCode = "401", description = "No valid token (problem+json)")
    @APIResponse(responseCode = "403", description = "Not a supervisor (problem+json)")
    @APIResponse(responseCode = "503", description = "The database is away (problem+json)")
    public Summary summary() {
        var counts = history.counts();
        return new Summary(
                counts, counts.stream().mapToLong(IntakeHistory.Count::count).sum());
    }

    /** All counts and their sum. */
    public record Summary(List<IntakeHistory.Count> counts, long total) {}

    private static <E extends Enum<E>> E word(Class<E> words, String pointer, String given) {
        if (given == null) {
            return null;
        }
        try {
            return Enum.valueOf(words, given.toUpperCase(Locale.ROOT));
        } catch (IllegalArgumentException e) {
            throw ProblemException.invalid(pointer, "must be one of " + List.of(words.getEnumConstants()));
        }
    }
}
