package io.carryon.gateway.oversight;

import io.carryon.gateway.contact.Channel;
import io.carryon.gateway.contact.IntakeLog.Outcome;
import io.carryon.gateway.door.Cursor;
import io.carryon.gateway.door.QueryWords;
import io.smallrye.common.annotation.RunOnVirtualThread;
import jakarta.annotation.security.RolesAllowed;
import jakarta.ws.rs.GET;
import jakarta.ws.rs.Path;
import jakarta.ws.rs.QueryParam;
import java.util.List;
import org.eclipse.microprofile.openapi.annotations.Operation;
import org.eclipse.microprofile.openapi.annotations.enums.SchemaType;
import org.eclipse.microprofile.openapi.annotations.media.Schema;
import org.eclipse.microprofile.openapi.annotations.parameters.Parameter;
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
    public Cursor.Page<IntakeHistory.Row> list(
            @QueryParam("channel") String channel,
            @QueryParam("outcome") String outcome,
            @QueryParam("cursor") String cursor,
            @Parameter(schema = @Schema(type = SchemaType.INTEGER, minimum = "1", maximum = "100", defaultValue = "25"))
                    @QueryParam("limit")
                    String limit) {
        var query = "intake " + channel + " " + outcome;
        var size = QueryWords.limit(limit, 25, 100);
        var rows = history.list(
                QueryWords.word(Channel.class, "channel", channel),
                QueryWords.word(Outcome.class, "outcome", outcome),
                Cursor.position(cursor, query),
                size + 1);
        return Cursor.page(rows, size, IntakeHistory.Row::position, query);
    }

    @GET
    @Path("/summary")
    @Operation(summary = "Count deliveries by channel and outcome", operationId = "summarizeIntake")
    @APIResponse(responseCode = "200", description = "One entry per channel and outcome")
    public Summary summary() {
        var counts = history.counts();
        return new Summary(
                counts, counts.stream().mapToLong(IntakeHistory.Count::count).sum());
    }

    /** All counts and their sum. */
    public record Summary(List<IntakeHistory.Count> counts, long total) {}
}
