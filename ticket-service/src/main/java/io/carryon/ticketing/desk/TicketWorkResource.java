package io.carryon.ticketing.desk;

import com.fasterxml.jackson.databind.JsonNode;
import io.carryon.ticketing.operations.SignedIn;
import io.carryon.ticketing.problem.ProblemException;
import io.carryon.ticketing.problem.Revision;
import io.carryon.ticketing.ticket.Actor;
import io.carryon.ticketing.ticket.Priority;
import io.carryon.ticketing.ticket.Ticket;
import io.carryon.ticketing.workflow.StatusMove;
import jakarta.annotation.security.RolesAllowed;
import jakarta.transaction.Transactional;
import jakarta.validation.Valid;
import jakarta.validation.constraints.NotNull;
import jakarta.validation.constraints.Size;
import jakarta.ws.rs.HeaderParam;
import jakarta.ws.rs.PUT;
import jakarta.ws.rs.Path;
import jakarta.ws.rs.core.Response;
import java.util.Optional;
import java.util.UUID;
import org.eclipse.microprofile.openapi.annotations.Operation;
import org.eclipse.microprofile.openapi.annotations.headers.Header;
import org.eclipse.microprofile.openapi.annotations.media.Content;
import org.eclipse.microprofile.openapi.annotations.media.Schema;
import org.eclipse.microprofile.openapi.annotations.parameters.Parameter;
import org.eclipse.microprofile.openapi.annotations.responses.APIResponse;
import org.eclipse.microprofile.openapi.annotations.tags.Tag;

/** Who works on a ticket and where it stands. */
@Path("/v1/tickets/{id}")
@RolesAllowed({SignedIn.AGENT, SignedIn.SUPERVISOR, SignedIn.ADMIN})
@Tag(name = "Tickets")
@APIResponse(responseCode = "400", description = "A field is wrong", ref = "Problem")
@APIResponse(responseCode = "401", description = "No valid token", ref = "Problem")
@APIResponse(responseCode = "403", description = "Not a role of staff", ref = "Problem")
@APIResponse(responseCode = "404", description = "No such ticket", ref = "Problem")
@APIResponse(
        responseCode = "409",
        description = "The status does not allow it; detail names what it does",
        ref = "Problem")
@APIResponse(responseCode = "412", description = "The ticket has changed since that ETag", ref = "Problem")
@APIResponse(responseCode = "428", description = "If-Match is missing", ref = "Problem")
@APIResponse(responseCode = "503", description = "The database is away; see Retry-After", ref = "Problem")
public class TicketWorkResource {

    private static final String SUBJECT = "[^\\s\\p{Cntrl}]{1,100}";

    private final TicketWork work;
    private final TicketViews views;
    private final SignedIn signedIn;

    TicketWorkResource(TicketWork work, TicketViews views, SignedIn signedIn) {
        this.work = work;
        this.views = views;
        this.signedIn = signedIn;
    }

    /** An assignment: what is left out (null here) stays as it is, a JSON null as owner is nobody. */
    @Schema(name = "Assignment")
    public record Assignment(
            @Schema(
                    implementation = String.class,
                    nullable = true,
                    maxLength = 100,
                    description = "Subject of the owner's token, or me; null for nobody; left out, it stays as it is",
                    examples = "me")
            JsonNode owner,

            @Size(max = 64) @Schema(description = "Another queue; left out, it stays where it is", examples = "billing")
            String queue) {}

    @PUT
    @Path("/owner")
    @Transactional
    @Operation(
            operationId = "assignTicket",
            summary = "Take a ticket, hand it over, give it back",
            description =
                    "The same assignment twice changes nothing the second time. The owner must be somebody who may see the "
                            + "queue's tickets: 400 names the owner where they may not.")
    @APIResponse(
            responseCode = "200",
            description = "The ticket as it is now",
            content = @Content(mediaType = "application/json", schema = @Schema(implementation = TicketView.class)))
    public Response assign(
            UUID id,
            @HeaderParam("If-Match")
                    @Parameter(description = "The ETag of the ticket", required = true, example = "\"3\"")
                    String ifMatch,
            @NotNull @Valid Assignment assignment) {
        return answer(work.assign(id, ifMatch, owner(assignment.owner(), "/owner"), assignment.queue(), by()));
    }

    /** How urgent a ticket is to be. */
    @Schema(name = "PrioritySetting")
    public record PrioritySetting(
            @NotNull @Schema(examples = "HIGH") Priority priority) {}

    @PUT
    @Path("/priority")
    @Transactional
    @Operation(
            operationId = "changeTicketPriority",
            summary = "Make a ticket more urgent, or less",
            description =
                    "What its customer waits for is counted by the policy that holds for the new priority (sla of the "
                            + "ticket). The same priority again changes nothing.")
    @APIResponse(
            responseCode = "200",
            description = "The ticket as it is now",
            headers = @Header(name = "ETag", description = "The revision", schema = @Schema(examples = "\"4\"")),
            content = @Content(mediaType = "application/json", schema = @Schema(implementation = TicketView.class)))
    public Response prioritize(
            UUID id,
            @HeaderParam("If-Match")
                    @Parameter(description = "The ETag of the ticket", required = true, example = "\"3\"")
                    String ifMatch,
            @NotNull @Valid PrioritySetting setting) {
        return answer(work.prioritize(id, ifMatch, setting.priority(), by()));
    }

    @PUT
    @Path("/status")
    @Transactional
    @Operation(
            operationId = "changeTicketStatus",
            summary = "Move a ticket to another status",
            description =
                    "workflow.moves in the ticket names what is allowed. On hold needs a reason and returnAt, when the "
                            + "ticket comes back by itself; closing needs a resolution that the customer can read.")
    @APIResponse(
            responseCode = "422",
            description = "On hold without reason or return, or closed without a resolution",
            ref = "Problem")
    @APIResponse(
            responseCode = "200",
            description = "The ticket as it is now",
            content = @Content(mediaType = "application/json", schema = @Schema(implementation = TicketView.class)))
    public Response changeStatus(
            UUID id,
            @HeaderParam("If-Match")
                    @Parameter(description = "The ETag of the ticket", required = true, example = "\"3\"")
                    String ifMatch,
            @NotNull @Valid StatusMove move) {
        return answer(work.changeStatus(id, ifMatch, move, by()));
    }

    /** Null when the owner stays, empty for nobody. */
    static Optional<String> owner(JsonNode given, String pointer) {
        if (given == null) {
            return null;
        }
        if (given.isNull()) {
            return Optional.empty();
        }
        if (!given.isTextual() || !given.textValue().matches(SUBJECT)) {
            throw ProblemException.invalid(pointer, "must be the subject of a token, or me");
        }
        return Optional.of(given.textValue());
    }

    private Actor by() {
        return signedIn.actor();
    }

    private Response answer(Ticket ticket) {
        return Response.ok(views.of(ticket))
                .tag(Revision.tag(ticket.revision()))
                .build();
    }
}
