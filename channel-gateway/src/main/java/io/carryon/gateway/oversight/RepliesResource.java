package io.carryon.gateway.oversight;

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
import java.util.UUID;
import org.eclipse.microprofile.openapi.annotations.Operation;
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
    @APIResponse(responseCode = "400", description = "A filter or the cursor is not valid (problem+json)")
    @APIResponse(responseCode = "401", description = "No valid token (problem+json)")
    @APIResponse(responseCode = "403", description = "Not of the staff (problem+json)")
    @APIResponse(responseCode = "503", description = "The database is away (problem+json)")
    public Cursor.Page<ReplyHistory.Row> list(
            @QueryParam("state") String state,
            @QueryParam("ticketId") String ticketId,
            @QueryParam("cursor") String cursor,
            @QueryParam("limit") @DefaultValue("25") @Min(1) @Max(100) int limit) {
        var query = "replies " + state + " " + ticketId;
        var rows = history.list(stateNamed(state), ticketOf(ticketId), Cursor.position(cursor, query), limit + 1);
        return Cursor.page(rows, limit, ReplyHistory.Row::position, query);
    }

    private static ReplyHistory.State stateNamed(String given) {
        try {
            return given == null ? null : ReplyHistory.State.valueOf(given.toUpperCase(Locale.ROOT));
        } catch (IllegalArgumentException e) {
            throw ProblemException.invalid("/state", "must be one of " + List.of(ReplyHistory.State.values()));
        }
    }

    private static UUID ticketOf(String given) {
        try {
            return given == null ? null : UUID.fromString(given);
        } catch (IllegalArgumentException e) {
            throw ProblemException.invalid("/ticketId", "must be a UUID");
        }
    }
}
