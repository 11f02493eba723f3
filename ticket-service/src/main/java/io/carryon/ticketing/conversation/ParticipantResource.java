package io.carryon.ticketing.conversation;

import io.carryon.ticketing.operations.NamedTickets;
import io.carryon.ticketing.operations.SignedIn;
import io.carryon.ticketing.participants.MailAddress;
import io.carryon.ticketing.participants.Participant;
import io.carryon.ticketing.participants.Participants;
import io.carryon.ticketing.problem.ProblemException;
import jakarta.annotation.security.RolesAllowed;
import jakarta.transaction.Transactional;
import jakarta.validation.constraints.NotBlank;
import jakarta.validation.constraints.Size;
import jakarta.ws.rs.DELETE;
import jakarta.ws.rs.GET;
import jakarta.ws.rs.Path;
import jakarta.ws.rs.QueryParam;
import java.util.List;
import java.util.UUID;
import org.eclipse.microprofile.openapi.annotations.Operation;
import org.eclipse.microprofile.openapi.annotations.media.Content;
import org.eclipse.microprofile.openapi.annotations.media.Schema;
import org.eclipse.microprofile.openapi.annotations.parameters.Parameter;
import org.eclipse.microprofile.openapi.annotations.responses.APIResponse;
import org.eclipse.microprofile.openapi.annotations.tags.Tag;

/** Who takes part in a ticket beside its customer. */
@Path("/v1/tickets/{id}/participants")
@RolesAllowed({SignedIn.AGENT, SignedIn.SUPERVISOR, SignedIn.ADMIN})
@Tag(name = "Conversation")
@APIResponse(responseCode = "401", description = "No valid token", ref = "Problem")
@APIResponse(responseCode = "403", description = "Not a role of staff", ref = "Problem")
@APIResponse(
        responseCode = "404",
        description = "No such ticket, or nobody of that address takes part",
        ref = "Problem")
@APIResponse(responseCode = "503", description = "The database is away; see Retry-After", ref = "Problem")
public class ParticipantResource {

    private final NamedTickets tickets;
    private final Participants participants;
    private final ConversationParts parts;

    ParticipantResource(NamedTickets tickets, Participants participants, ConversationParts parts) {
        this.tickets = tickets;
        this.participants = participants;
        this.parts = parts;
    }

    /** Everybody, the first named first. */
    @Schema(name = "Participants")
    public record All(List<Participant> items) {}

    @GET
    @Transactional
    @Operation(
            operationId = "listParticipants",
            summary = "Who takes part beside the customer",
            description =
                    "Whom mails on the ticket were sent to in To or Cc, our own and automatic addresses left out, "
                            + "and whom staff put in copy.")
    @APIResponse(
            responseCode = "200",
            description = "All of them, the first named first",
            content = @Content(mediaType = "application/json", schema = @Schema(implementation = All.class)))
    public All list(UUID id) {
        tickets.require(id);
        return new All(participants.of(parts.of(id)));
    }

    @DELETE
    @Transactional
    @Operation(
            operationId = "removeParticipant",
            summary = "Let somebody take part no longer",
            description =
                    "No reply goes in copy to them, and what they write is a ticket of their own, until a mail or a "
                            + "reply names them again.")
    @APIResponse(responseCode = "204", description = "They take part no longer")
    @APIResponse(responseCode = "400", description = "No address is named", ref = "Problem")
    public void remove(
            UUID id,
            @QueryParam("address") @NotBlank @Size(max = 254) @Parameter(required = true, example = "boss@example.org")
                    String address) {
        tickets.locked(id);
        var isGone = MailAddress.of(address)
                .map(known -> participants.remove(parts.of(id), known))
                .orElse(false);
        if (!isGone) {
            throw ProblemException.notFound("Nobody of this address takes part in the ticket.");
        }
    }
}
