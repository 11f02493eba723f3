package io.carryon.ticketing.audit;

import io.carryon.ticketing.operations.NamedTickets;
import io.carryon.ticketing.operations.SignedIn;
import io.carryon.ticketing.problem.Cursor;
import jakarta.annotation.security.RolesAllowed;
import jakarta.transaction.Transactional;
import jakarta.validation.constraints.Max;
import jakarta.validation.constraints.Min;
import jakarta.validation.constraints.Size;
import jakarta.ws.rs.DefaultValue;
import jakarta.ws.rs.GET;
import jakarta.ws.rs.Path;
import jakarta.ws.rs.QueryParam;
import java.util.UUID;
import org.eclipse.microprofile.openapi.annotations.Operation;
import org.eclipse.microprofile.openapi.annotations.media.Content;
import org.eclipse.microprofile.openapi.annotations.media.Schema;
import org.eclipse.microprofile.openapi.annotations.parameters.Parameter;
import org.eclipse.microprofile.openapi.annotations.responses.APIResponse;
import org.eclipse.microprofile.openapi.annotations.tags.Tag;

/** Who did what to a ticket, when, and what it was before and after. */
@Path("/v1/tickets/{id}/audit")
@RolesAllowed({SignedIn.SUPERVISOR, SignedIn.ADMIN})
@Tag(name = "Audit")
@APIResponse(responseCode = "400", description = "A wrong limit or cursor", ref = "Problem")
@APIResponse(responseCode = "401", description = "No valid token", ref = "Problem")
@APIResponse(responseCode = "403", description = "Neither supervisor nor admin", ref = "Problem")
@APIResponse(responseCode = "503", description = "The database is away; see Retry-After", ref = "Problem")
public class TicketAuditResource {

    private final AuditTrail trail;
    private final NamedTickets tickets;

    TicketAuditResource(AuditTrail trail, NamedTickets tickets) {
        this.trail = trail;
        this.tickets = tickets;
    }

    @GET
    @Transactional
    @Operation(operationId = "listTicketAudit", summary = "What was done to a ticket, oldest first")
    @APIResponse(
            responseCode = "200",
            description = "A page of the trail",
            content =
                    @Content(mediaType = "application/json", schema = @Schema(implementation = AuditEntry.Page.class)))
    @APIResponse(responseCode = "404", description = "No such ticket", ref = "Problem")
    public AuditEntry.Page list(
            UUID id,
            @QueryParam("cursor") @Size(max = 300) @Parameter(description = "next of the page before") String cursor,
            @QueryParam("limit") @DefaultValue("25") @Min(1) @Max(100) int limit) {
        var query = "audit of " + id;
        var found = trail.ofTicket(id, cursor == null ? 0 : Cursor.number(cursor, query), limit + 1);
        if (found.isEmpty()) {
            tickets.require(id);
        }
        return AuditEntry.Page.of(found, limit, last -> Cursor.of(query, String.valueOf(last.revision())));
    }
}
