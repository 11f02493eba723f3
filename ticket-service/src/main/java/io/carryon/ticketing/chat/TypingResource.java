package io.carryon.ticketing.chat;

import io.carryon.ticketing.conversation.ConversationParts;
import io.carryon.ticketing.operations.NamedTickets;
import io.carryon.ticketing.operations.SignedIn;
import jakarta.annotation.security.RolesAllowed;
import jakarta.transaction.Transactional;
import jakarta.validation.Valid;
import jakarta.validation.constraints.NotNull;
import jakarta.ws.rs.POST;
import jakarta.ws.rs.Path;
import java.util.UUID;
import org.eclipse.microprofile.openapi.annotations.Operation;
import org.eclipse.microprofile.openapi.annotations.media.Schema;
import org.eclipse.microprofile.openapi.annotations.responses.APIResponse;
import org.eclipse.microprofile.openapi.annotations.tags.Tag;

/** Staff write an answer, and the customer who waits in a chat sees that they do. */
@Path("/v1/tickets/{id}/typing")
@RolesAllowed({SignedIn.AGENT, SignedIn.SUPERVISOR, SignedIn.ADMIN})
@Tag(name = "Conversation")
@APIResponse(responseCode = "401", description = "No valid token", ref = "Problem")
@APIResponse(responseCode = "403", description = "Not a role of staff, or the queue is another's", ref = "Problem")
@APIResponse(responseCode = "404", description = "No such ticket", ref = "Problem")
@APIResponse(responseCode = "503", description = "The database is away; see Retry-After", ref = "Problem")
public class TypingResource {

    private final NamedTickets tickets;
    private final ConversationParts parts;
    private final ChatAudience audience;
    private final StaffTyping typing;
    private final SignedIn signedIn;

    TypingResource(
            NamedTickets tickets,
            ConversationParts parts,
            ChatAudience audience,
            StaffTyping typing,
            SignedIn signedIn) {
        this.tickets = tickets;
        this.parts = parts;
        this.audience = audience;
        this.typing = typing;
        this.signedIn = signedIn;
    }

    /** Whether somebody writes. */
    @Schema(name = "Typing")
    public record Typing(
            @NotNull @Schema(description = "false: no longer", examples = "true")
            Boolean typing) {}

    @POST
    @Transactional
    @Operation(
            operationId = "tellTyping",
            summary = "Say that you write an answer",
            description =
                    "The customer sees it for five seconds in the ticket's latest chat: say it again meanwhile. More "
                            + "often than every 1.5 s, or without a chat on the ticket, nothing is told. Customers who type are "
                            + "told by the stream's typing.")
    @APIResponse(responseCode = "204", description = "Heard")
    @APIResponse(responseCode = "400", description = "The body is wrong", ref = "Problem")
    public void tell(UUID id, @NotNull @Valid Typing said) {
        tickets.require(id);
        if (typing.isNews(signedIn.id(), id, said.typing())) {
            audience.chatOn(parts.of(id)).ifPresent(chat -> typing.tell(chat, signedIn.name(), said.typing()));
        }
    }
}
