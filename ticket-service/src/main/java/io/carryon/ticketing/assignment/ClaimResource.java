package io.carryon.ticketing.assignment;

import io.carryon.ticketing.access.VisibleQueues;
import io.carryon.ticketing.desk.TicketView;
import io.carryon.ticketing.desk.TicketViews;
import io.carryon.ticketing.inbox.IdempotencyKeys;
import io.carryon.ticketing.operations.SignedIn;
import io.carryon.ticketing.problem.Revision;
import io.carryon.ticketing.ticket.Channel;
import io.carryon.ticketing.ticket.Tickets;
import jakarta.annotation.security.RolesAllowed;
import jakarta.transaction.Transactional;
import jakarta.validation.Valid;
import jakarta.validation.constraints.NotNull;
import jakarta.validation.constraints.Size;
import jakarta.ws.rs.HeaderParam;
import jakarta.ws.rs.POST;
import jakarta.ws.rs.Path;
import jakarta.ws.rs.core.Response;
import java.util.List;
import java.util.UUID;
import org.eclipse.microprofile.openapi.annotations.Operation;
import org.eclipse.microprofile.openapi.annotations.headers.Header;
import org.eclipse.microprofile.openapi.annotations.media.Content;
import org.eclipse.microprofile.openapi.annotations.media.Schema;
import org.eclipse.microprofile.openapi.annotations.parameters.Parameter;
import org.eclipse.microprofile.openapi.annotations.responses.APIResponse;
import org.eclipse.microprofile.openapi.annotations.tags.Tag;

/** The next ticket for whoever asks. */
@Path("/v1/tickets/claim-next")
@RolesAllowed({SignedIn.AGENT, SignedIn.SUPERVISOR, SignedIn.ADMIN})
@Tag(name = "Tickets")
@APIResponse(responseCode = "400", description = "A field or the Idempotency-Key is wrong", ref = "Problem")
@APIResponse(responseCode = "401", description = "No valid token", ref = "Problem")
@APIResponse(
        responseCode = "403",
        description = "Not a role of staff, or a queue you do not serve or may not see",
        ref = "Problem")
@APIResponse(responseCode = "409", description = "You serve no queue", ref = "Problem")
@APIResponse(responseCode = "422", description = "The key was used for another body", ref = "Problem")
@APIResponse(responseCode = "503", description = "The database is away; see Retry-After", ref = "Problem")
public class ClaimResource {

    private final ClaimNext next;
    private final Tickets tickets;
    private final TicketViews views;
    private final VisibleQueues visible;
    private final IdempotencyKeys keys;
    private final SignedIn signedIn;

    ClaimResource(
            ClaimNext next,
            Tickets tickets,
            TicketViews views,
            VisibleQueues visible,
            IdempotencyKeys keys,
            SignedIn signedIn) {
        this.next = next;
        this.tickets = tickets;
        this.views = views;
        this.visible = visible;
        this.keys = keys;
        this.signedIn = signedIn;
    }

    /** Of what to choose. */
    @Schema(name = "ClaimWish")
    public record Wish(
            @Size(min = 1, max = 50)
            @Schema(description = "Queues you serve; left out, all of them", examples = "[\"billing\"]")
            List<@NotNull @Size(max = 64) String> queues,

            @Size(min = 1, max = 4)
            @Schema(
                    description = "Channels of the customers' latest contacts; left out, all that you have room for",
                    examples = "[\"email\"]")
            List<@NotNull Channel> channels) {}

    /** The ticket that was claimed, or none. */
    record Claimed(UUID ticketId) {}

    @POST
    @Transactional
    @Operation(
            operationId = "claimNextTicket",
            summary = "Take the next ticket",
            description =
                    "You own it when this is answered, and nobody else gets it. Open tickets nobody owns are next by "
                            + "priority, then by what is due soonest, then by how long they wait: of queues you serve (as you "
                            + "said by PUT /v1/agents/me, and those of your teams) and whose skills you have, in a language "
                            + "you speak, of channels you have room for.")
    @APIResponse(
            responseCode = "200",
            description = "Your ticket as it is now",
            headers = @Header(name = "ETag", description = "The revision", schema = @Schema(examples = "\"3\"")),
            content = @Content(mediaType = "application/json", schema = @Schema(implementation = TicketView.class)))
    @APIResponse(responseCode = "204", description = "Nothing waits that you may take")
    public Response claim(
            @HeaderParam(IdempotencyKeys.HEADER) @Parameter(description = "New for each ticket", required = true)
                    String key,
            @Valid Wish wish) {
        var asked = wish == null ? new Wish(null, null) : wish;
        var claimed = keys.once(
                IdempotencyKeys.scope(signedIn.id(), "/v1/tickets/claim-next", key),
                asked,
                Claimed.class,
                () -> new Claimed(next.claim(signedIn.actor(), asked.queues(), asked.channels())
                        .orElse(null)));
        if (claimed.ticketId() == null) {
            return Response.noContent().build();
        }
        var ticket = tickets.findByIdOptional(claimed.ticketId()).orElseThrow();
        // Asked again, what was claimed may be another's by now.
        visible.require(ticket.state().queue());
        return Response.ok(views.of(ticket))
                .tag(Revision.tag(ticket.revision()))
                .build();
    }
}
