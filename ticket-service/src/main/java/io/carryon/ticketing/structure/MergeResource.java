package io.carryon.ticketing.structure;

import io.carryon.ticketing.access.VisibleQueues;
import io.carryon.ticketing.operations.SignedIn;
import io.carryon.ticketing.problem.Revision;
import io.carryon.ticketing.ticket.Actor;
import io.carryon.ticketing.ticket.Ticket;
import io.carryon.ticketing.ticket.TicketStatus;
import jakarta.annotation.security.RolesAllowed;
import jakarta.transaction.Transactional;
import jakarta.validation.Valid;
import jakarta.validation.constraints.NotNull;
import jakarta.validation.constraints.Pattern;
import jakarta.validation.constraints.Size;
import jakarta.ws.rs.DELETE;
import jakarta.ws.rs.HeaderParam;
import jakarta.ws.rs.PUT;
import jakarta.ws.rs.Path;
import jakarta.ws.rs.core.Response;
import java.util.UUID;
import org.eclipse.microprofile.openapi.annotations.Operation;
import org.eclipse.microprofile.openapi.annotations.media.Content;
import org.eclipse.microprofile.openapi.annotations.media.Schema;
import org.eclipse.microprofile.openapi.annotations.parameters.Parameter;
import org.eclipse.microprofile.openapi.annotations.responses.APIResponse;
import org.eclipse.microprofile.openapi.annotations.tags.Tag;

/** One ticket becomes a part of another one, until that is taken back. */
@Path("/v1/tickets/{id}/merge")
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
public class MergeResource {

    private final Merging merging;
    private final VisibleQueues visible;
    private final SignedIn signedIn;

    MergeResource(Merging merging, VisibleQueues visible, SignedIn signedIn) {
        this.visible = visible;
        this.merging = merging;
        this.signedIn = signedIn;
    }

    /** Where the ticket goes. */
    @Schema(name = "Merge")
    public record Merge(
            @NotNull @Schema(description = "The ticket that takes this one in")
            UUID into,

            @Size(max = 1000)
            @Pattern(regexp = "[^\\x00]*", message = "must not contain NUL characters")
            @Schema(examples = "Both are about the invoice of May")
            String reason) {}

    /** The ticket that is worked on now. */
    @Schema(name = "TicketReference")
    public record TicketReference(
            UUID ticketId,
            @Schema(examples = "100004") String number,
            TicketStatus status,

            @Schema(description = "The ETag", examples = "3")
            int revision) {

        static TicketReference of(Ticket ticket) {
            return new TicketReference(
                    ticket.id(), ticket.state().number(), ticket.state().status(), ticket.revision());
        }
    }

    @PUT
    @Transactional
    @Operation(
            operationId = "mergeTicket",
            summary = "Merge a ticket into another one of the same customer",
            description = "Nothing moves: the ticket is closed and names the other one, which shows both conversations "
                    + "in the order they were said. Whatever the customer writes to the ticket's number, thread or "
                    + "issue comes to the other one from then on.")
    @APIResponse(
            responseCode = "200",
            description = "The ticket that took it in",
            content =
                    @Content(mediaType = "application/json", schema = @Schema(implementation = TicketReference.class)))
    public Response merge(
            UUID id,
            @HeaderParam("If-Match")
                    @Parameter(description = "The ETag of the ticket", required = true, example = "\"3\"")
                    String ifMatch,
            @NotNull @Valid Merge merge) {
        visible.requireTicket(merge.into());
        return answer(merging.merge(id, merge.into(), ifMatch, merge.reason(), by()));
    }

    @DELETE
    @Transactional
    @Operation(
            operationId = "unmergeTicket",
            summary = "Take a merge back",
            description = "At any time. Each ticket has its own conversation again; the ticket has the status it had, "
                    + "OPEN if that was ON_HOLD, and CLOSED if its issue has another open ticket by now. What the customer "
                    + "wrote to it meanwhile stays where it was answered.")
    @APIResponse(
            responseCode = "200",
            description = "The ticket that stands by itself again",
            content =
                    @Content(mediaType = "application/json", schema = @Schema(implementation = TicketReference.class)))
    public Response unmerge(
            UUID id,
            @HeaderParam("If-Match")
                    @Parameter(description = "The ETag of the ticket", required = true, example = "\"3\"")
                    String ifMatch) {
        return answer(merging.undo(id, ifMatch, by()));
    }

    private Actor by() {
        return signedIn.actor();
    }

    private static Response answer(Ticket ticket) {
        return Response.ok(TicketReference.of(ticket))
                .tag(Revision.tag(ticket.revision()))
                .build();
    }
}
