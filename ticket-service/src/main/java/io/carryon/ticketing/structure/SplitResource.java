package io.carryon.ticketing.structure;

import io.carryon.ticketing.inbox.IdempotencyKeys;
import io.carryon.ticketing.operations.SignedIn;
import io.carryon.ticketing.problem.Revision;
import io.carryon.ticketing.structure.MergeResource.TicketReference;
import io.carryon.ticketing.ticket.Actor;
import jakarta.annotation.security.RolesAllowed;
import jakarta.transaction.Transactional;
import jakarta.validation.Valid;
import jakarta.validation.constraints.NotEmpty;
import jakarta.validation.constraints.NotNull;
import jakarta.validation.constraints.Size;
import jakarta.ws.rs.DELETE;
import jakarta.ws.rs.HeaderParam;
import jakarta.ws.rs.POST;
import jakarta.ws.rs.Path;
import jakarta.ws.rs.core.Response;
import java.net.URI;
import java.util.List;
import java.util.UUID;
import org.eclipse.microprofile.openapi.annotations.Operation;
import org.eclipse.microprofile.openapi.annotations.media.Content;
import org.eclipse.microprofile.openapi.annotations.media.Schema;
import org.eclipse.microprofile.openapi.annotations.parameters.Parameter;
import org.eclipse.microprofile.openapi.annotations.responses.APIResponse;
import org.eclipse.microprofile.openapi.annotations.tags.Tag;

/** Contacts of a ticket become a ticket of their own, until that is taken back. */
@Path("/v1/tickets/{id}/split")
@RolesAllowed({SignedIn.AGENT, SignedIn.SUPERVISOR, SignedIn.ADMIN})
@Tag(name = "Structure")
@APIResponse(responseCode = "400", description = "A field is wrong", ref = "Problem")
@APIResponse(responseCode = "401", description = "No valid token", ref = "Problem")
@APIResponse(responseCode = "403", description = "Not a role of staff", ref = "Problem")
@APIResponse(responseCode = "404", description = "No such ticket", ref = "Problem")
@APIResponse(responseCode = "409", description = "What stands against it is in detail", ref = "Problem")
@APIResponse(responseCode = "412", description = "The ticket has changed since that ETag", ref = "Problem")
@APIResponse(responseCode = "428", description = "If-Match is missing", ref = "Problem")
@APIResponse(responseCode = "503", description = "The database is away; see Retry-After", ref = "Problem")
public class SplitResource {

    private final Splitting splitting;
    private final IdempotencyKeys keys;
    private final SignedIn signedIn;

    SplitResource(Splitting splitting, IdempotencyKeys keys, SignedIn signedIn) {
        this.splitting = splitting;
        this.keys = keys;
        this.signedIn = signedIn;
    }

    /** What goes. */
    @Schema(name = "Split")
    public record Split(
            @NotEmpty
            @Size(max = 100)
            @Schema(description = "contactId of entries of the ticket; at least one other stays")
            List<@NotNull UUID> contactIds) {}

    @POST
    @Transactional
    @Operation(
            operationId = "splitTicket",
            summary = "Make a ticket of its own of some contacts",
            description = "They take along what was replied to them, and are about a new issue of their customer.")
    @APIResponse(
            responseCode = "201",
            description = "The new ticket",
            content =
                    @Content(mediaType = "application/json", schema = @Schema(implementation = TicketReference.class)))
    @APIResponse(responseCode = "422", description = "The key was used for another body", ref = "Problem")
    public Response split(
            UUID id,
            @HeaderParam(IdempotencyKeys.HEADER)
                    @Parameter(description = "New for each thing to create", required = true)
                    String key,
            @HeaderParam("If-Match")
                    @Parameter(description = "The ETag of the ticket", required = true, example = "\"3\"")
                    String ifMatch,
            @NotNull @Valid Split split) {
        var scope = IdempotencyKeys.scope(signedIn.id(), "/v1/tickets/" + id + "/split", key);
        var made = keys.once(
                scope,
                split,
                TicketReference.class,
                () -> TicketReference.of(splitting.split(id, ifMatch, split.contactIds(), by())));
        return Response.created(URI.create("/v1/tickets/" + made.ticketId()))
                .entity(made)
                .build();
    }

    @DELETE
    @Transactional
    @Operation(
            operationId = "unsplitTicket",
            summary = "Bring a split ticket back to where it came from",
            description = "With all contacts that are on it by now. It is closed and names the other one.")
    @APIResponse(
            responseCode = "200",
            description = "The ticket they are on again",
            content =
                    @Content(mediaType = "application/json", schema = @Schema(implementation = TicketReference.class)))
    public Response unsplit(
            UUID id,
            @HeaderParam("If-Match")
                    @Parameter(description = "The ETag of the ticket", required = true, example = "\"3\"")
                    String ifMatch) {
        var home = splitting.undo(id, ifMatch, by());
        return Response.ok(TicketReference.of(home))
                .tag(Revision.tag(home.revision()))
                .build();
    }

    private Actor by() {
        return signedIn.actor();
    }
}
