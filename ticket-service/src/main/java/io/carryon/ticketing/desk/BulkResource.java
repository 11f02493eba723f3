package io.carryon.ticketing.desk;

import io.carryon.ticketing.operations.SignedIn;
import io.carryon.ticketing.problem.ProblemException;
import jakarta.annotation.security.RolesAllowed;
import jakarta.validation.Valid;
import jakarta.validation.constraints.NotNull;
import jakarta.ws.rs.POST;
import jakarta.ws.rs.Path;
import java.util.HashSet;
import java.util.UUID;
import org.eclipse.microprofile.openapi.annotations.Operation;
import org.eclipse.microprofile.openapi.annotations.media.Content;
import org.eclipse.microprofile.openapi.annotations.media.Schema;
import org.eclipse.microprofile.openapi.annotations.responses.APIResponse;
import org.eclipse.microprofile.openapi.annotations.tags.Tag;

/** The same change for many tickets. */
@Path("/v1/tickets/bulk")
@RolesAllowed({SignedIn.AGENT, SignedIn.SUPERVISOR, SignedIn.ADMIN})
@Tag(name = "Tickets")
@APIResponse(
        responseCode = "400",
        description = "A field is wrong, or there are more than 200 tickets",
        ref = "Problem")
@APIResponse(responseCode = "401", description = "No valid token", ref = "Problem")
@APIResponse(responseCode = "403", description = "Not a role of staff", ref = "Problem")
@APIResponse(responseCode = "503", description = "The database is away; see Retry-After", ref = "Problem")
public class BulkResource {

    private final BulkWork work;
    private final SignedIn signedIn;

    BulkResource(BulkWork work, SignedIn signedIn) {
        this.work = work;
        this.signedIn = signedIn;
    }

    @POST
    @Operation(
            operationId = "changeTickets",
            summary = "Change up to 200 tickets at once",
            description =
                    "Each by itself, in the order given: its outcome says whether it was changed or why not, with "
                            + "the status its own operation would have had. The same again changes nothing that is so already.")
    @APIResponse(
            responseCode = "200",
            description = "What became of each",
            content =
                    @Content(
                            mediaType = "application/json",
                            schema = @Schema(implementation = BulkChange.Result.class)))
    public BulkChange.Result change(@NotNull @Valid BulkChange.Request request) {
        if (request.change().isEmpty()) {
            throw ProblemException.invalid("/change", "must change something");
        }
        var seen = new HashSet<UUID>();
        for (var at = 0; at < request.items().size(); at++) {
            if (!seen.add(request.items().get(at).ticketId())) {
                throw ProblemException.invalid("/items/%d/ticketId".formatted(at), "must be another ticket each");
            }
        }
        return work.change(
                request, TicketWorkResource.owner(request.change().owner(), "/change/owner"), signedIn.actor());
    }
}
