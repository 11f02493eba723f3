package io.carryon.gateway.oversight;

import io.carryon.gateway.door.Cursor;
import io.carryon.gateway.door.QueryWords;
import io.carryon.gateway.problem.ProblemException;
import io.smallrye.common.annotation.RunOnVirtualThread;
import jakarta.annotation.security.RolesAllowed;
import jakarta.ws.rs.GET;
import jakarta.ws.rs.Path;
import jakarta.ws.rs.QueryParam;
import java.util.UUID;
import org.eclipse.microprofile.openapi.annotations.Operation;
import org.eclipse.microprofile.openapi.annotations.enums.SchemaType;
import org.eclipse.microprofile.openapi.annotations.media.Schema;
import org.eclipse.microprofile.openapi.annotations.parameters.Parameter;
import org.eclipse.microprofile.openapi.annotations.responses.APIResponse;
import org.eclipse.microprofile.openapi.annotations.security.SecurityRequirement;
import org.eclipse.microprofile.openapi.annotations.tags.Tag;

/** Replies on their way out: which wait and why, and what became of the others. */
@Path("/v1/replies")
@RolesAllowed({"agent", "supervisor", "admin"})
@SecurityRequirement(name = "bearer")
@Tag(name = "Replies")
@RunOnVirtualThread
public class RepliesResource {

    private final ReplyHistory history;

    RepliesResource(ReplyHistory history) {
        this.history = history;
    }

    @GET
    @Operation(
            summary = "List replies, newest first",
            description = "A reply that WAITs says since when, why, how often it was tried and when it is tried again.",
            operationId = "listReplies")
    @APIResponse(responseCode = "200", description = "A page of replies")
    public Cursor.Page<ReplyHistory.Row> list(
            @QueryParam("state") String state,
            @QueryParam("ticketId") String ticketId,
            @QueryParam("cursor") String cursor,
            @Parameter(schema = @Schema(type = SchemaType.INTEGER, minimum = "1", maximum = "100", defaultValue = "25"))
                    @QueryParam("limit")
                    String limit) {
        var size = QueryWords.limit(limit, 25, 100);
        var query = "replies " + state + " " + ticketId;
        var rows = history.list(
                QueryWords.word(ReplyHistory.State.class, "state", state),
                ticketOf(ticketId),
                Cursor.position(cursor, query),
                size + 1);
        return Cursor.page(rows, size, ReplyHistory.Row::position, query);
    }

    private static UUID ticketOf(String given) {
        try {
            return given == null ? null : UUID.fromString(given);
        } catch (IllegalArgumentException e) {
            throw ProblemException.invalid("/ticketId", "must be a UUID");
        }
    }
}
