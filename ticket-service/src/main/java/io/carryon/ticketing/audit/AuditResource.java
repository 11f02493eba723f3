package io.carryon.ticketing.audit;

import io.carryon.ticketing.access.VisibleQueues;
import io.carryon.ticketing.operations.SignedIn;
import io.carryon.ticketing.problem.Cursor;
import jakarta.annotation.security.RolesAllowed;
import jakarta.transaction.Transactional;
import jakarta.validation.Valid;
import jakarta.validation.constraints.Max;
import jakarta.validation.constraints.Min;
import jakarta.validation.constraints.Size;
import jakarta.ws.rs.BeanParam;
import jakarta.ws.rs.DefaultValue;
import jakarta.ws.rs.GET;
import jakarta.ws.rs.Path;
import jakarta.ws.rs.QueryParam;
import java.util.List;
import org.eclipse.microprofile.openapi.annotations.Operation;
import org.eclipse.microprofile.openapi.annotations.media.Content;
import org.eclipse.microprofile.openapi.annotations.media.Schema;
import org.eclipse.microprofile.openapi.annotations.parameters.Parameter;
import org.eclipse.microprofile.openapi.annotations.responses.APIResponse;
import org.eclipse.microprofile.openapi.annotations.tags.Tag;

/** Who did what, when, and what it was before and after. */
@Path("/v1/audit")
@RolesAllowed({SignedIn.SUPERVISOR, SignedIn.ADMIN})
@Tag(name = "Audit")
@APIResponse(responseCode = "400", description = "A wrong filter, limit or cursor", ref = "Problem")
@APIResponse(responseCode = "401", description = "No valid token", ref = "Problem")
@APIResponse(responseCode = "403", description = "Neither supervisor nor admin", ref = "Problem")
@APIResponse(responseCode = "503", description = "The database is away; see Retry-After", ref = "Problem")
public class AuditResource {

    private final AuditTrail trail;
    private final VisibleQueues visible;

    AuditResource(AuditTrail trail, VisibleQueues visible) {
        this.trail = trail;
        this.visible = visible;
    }

    @GET
    @Transactional
    @Operation(
            operationId = "listAudit",
            summary = "What was done to tickets and settings, latest first",
            description =
                    "Filters are joined by and. A cursor belongs to its filters: with others it is 400. The words "
                            + "of an erased customer are gone from here too.")
    @APIResponse(
            responseCode = "200",
            description = "A page of the trail",
            content =
                    @Content(mediaType = "application/json", schema = @Schema(implementation = AuditEntry.Page.class)))
    public AuditEntry.Page list(
            @BeanParam @Valid AuditFilter filter,
            @QueryParam("cursor") @Size(max = 300) @Parameter(description = "next of the page before") String cursor,
            @QueryParam("limit") @DefaultValue("25") @Min(1) @Max(100) int limit) {
        var query = filter.fingerprint();
        return AuditEntry.Page.of(
                trail.latest(
                        filter,
                        visible.hiddenNames(),
                        cursor == null ? null : mark(Cursor.keys(cursor, query, 3)),
                        limit + 1),
                limit,
                last -> Cursor.of(query, last.at().toString(), last.id().toString(), String.valueOf(last.revision())));
    }

    private static AuditTrail.Mark mark(List<String> keys) {
        try {
            return new AuditTrail.Mark(
                    Cursor.instant(keys.get(0)), Cursor.uuid(keys.get(1)), Integer.parseInt(keys.get(2)));
        } catch (NumberFormatException e) {
            throw Cursor.wrong();
        }
    }
}
