package io.carryon.ticketing.handover;

import io.carryon.ticketing.inbox.IdempotencyKeys;
import io.carryon.ticketing.operations.NamedTickets;
import io.carryon.ticketing.operations.SignedIn;
import io.carryon.ticketing.problem.Cursor;
import io.carryon.ticketing.problem.ProblemException;
import io.carryon.ticketing.problem.Slice;
import jakarta.annotation.security.RolesAllowed;
import jakarta.transaction.Transactional;
import jakarta.validation.Valid;
import jakarta.validation.constraints.Max;
import jakarta.validation.constraints.Min;
import jakarta.validation.constraints.NotBlank;
import jakarta.validation.constraints.NotNull;
import jakarta.validation.constraints.Pattern;
import jakarta.validation.constraints.Size;
import jakarta.ws.rs.DefaultValue;
import jakarta.ws.rs.GET;
import jakarta.ws.rs.HeaderParam;
import jakarta.ws.rs.POST;
import jakarta.ws.rs.PUT;
import jakarta.ws.rs.Path;
import jakarta.ws.rs.QueryParam;
import jakarta.ws.rs.core.Response;
import java.net.URI;
import java.time.Instant;
import java.util.List;
import java.util.UUID;
import org.eclipse.microprofile.openapi.annotations.Operation;
import org.eclipse.microprofile.openapi.annotations.media.Content;
import org.eclipse.microprofile.openapi.annotations.media.Schema;
import org.eclipse.microprofile.openapi.annotations.parameters.Parameter;
import org.eclipse.microprofile.openapi.annotations.responses.APIResponse;
import org.eclipse.microprofile.openapi.annotations.tags.Tag;

/** A ticket goes from its owner to others, who have to accept it. */
@Path("/v1/tickets/{id}/handovers")
@RolesAllowed({SignedIn.AGENT, SignedIn.SUPERVISOR, SignedIn.ADMIN})
@Tag(name = "Handovers")
@APIResponse(responseCode = "400", description = "A field or parameter is wrong", ref = "Problem")
@APIResponse(responseCode = "401", description = "No valid token", ref = "Problem")
@APIResponse(
        responseCode = "403",
        description = "Not a role of staff, or not yours to give or to settle",
        ref = "Problem")
@APIResponse(responseCode = "404", description = "No such ticket or handover", ref = "Problem")
@APIResponse(responseCode = "503", description = "The database is away; see Retry-After", ref = "Problem")
public class HandoverResource {

    private static final UUID BEFORE_ALL = new UUID(0, 0);
    private static final String TEXT = "[^\\x00]*";
    private static final String NO_NUL = "must not contain NUL characters";

    private final HandingOver handing;
    private final HandoverStore handovers;
    private final NamedTickets tickets;
    private final IdempotencyKeys keys;
    private final SignedIn signedIn;

    HandoverResource(
            HandingOver handing,
            HandoverStore handovers,
            NamedTickets tickets,
            IdempotencyKeys keys,
            SignedIn signedIn) {
        this.handing = handing;
        this.handovers = handovers;
        this.tickets = tickets;
        this.keys = keys;
        this.signedIn = signedIn;
    }

    /** What an owner says who gives a ticket away. */
    @Schema(name = "HandoverRequest")
    public record Offer(
            @NotNull @Valid Receiver to,

            @NotBlank
            @Size(max = 2000)
            @Pattern(regexp = TEXT, message = NO_NUL)
            @Schema(
                    description = "What whoever gets it should know",
                    examples = "She writes French; the refund is agreed.")
            String note) {}

    /** Whom it goes to, as said in a request. */
    @Schema(name = "HandoverReceiver")
    public record Receiver(
            @NotNull @Schema(examples = "agent") Handover.Kind kind,

            @NotNull
            @Pattern(regexp = "[^\\s\\p{Cntrl}]{1,100}", message = "must be 1 to 100 visible characters")
            @Schema(description = "Subject of the agent's token, or name of the team or queue", examples = "agent-2")
            String name) {}

    /** What becomes of it. */
    @Schema(name = "HandoverSettlement")
    public record Settlement(
            @NotNull
            @Schema(
                    enumeration = {"ACCEPTED", "DECLINED", "WITHDRAWN"},
                    examples = "ACCEPTED")
            Handover.State state,

            @Size(max = 1000)
            @Pattern(regexp = TEXT, message = NO_NUL)
            @Schema(description = "Needed to decline", examples = "I am off from tomorrow")
            String reason) {}

    /** A page of handovers, oldest first. */
    @Schema(name = "HandoverPage")
    public record HandoverPage(
            List<Handover> items,

            @Schema(description = "Cursor of the next page, null on the last", nullable = true)
            String next,

            boolean hasMore) {}

    @GET
    @Transactional
    @Operation(operationId = "listHandovers", summary = "The handovers of a ticket, oldest first")
    @APIResponse(
            responseCode = "200",
            description = "A page of handovers",
            content = @Content(mediaType = "application/json", schema = @Schema(implementation = HandoverPage.class)))
    public HandoverPage list(
            UUID id,
            @QueryParam("cursor") @Size(max = 300) @Parameter(description = "next of the page before") String cursor,
            @QueryParam("limit") @DefaultValue("25") @Min(1) @Max(100) int limit) {
        tickets.require(id);
        var query = "handovers of " + id;
        var mark = cursor == null ? null : Cursor.keys(cursor, query, 2);
        var found = handovers.of(
                id,
                mark == null ? Instant.EPOCH : Cursor.instant(mark.get(0)),
                mark == null ? BEFORE_ALL : Cursor.uuid(mark.get(1)),
                limit + 1);
        var slice = Slice.of(found, limit);
        return new HandoverPage(
                slice.items(),
                slice.next(last ->
                        Cursor.of(query, last.offeredAt().toString(), last.id().toString())),
                slice.hasMore());
    }

    @POST
    @Transactional
    @Operation(
            operationId = "offerHandover",
            summary = "Offer a ticket to an agent, a team or a queue",
            description =
                    "The owner's word, or a supervisor's. Whoever owns the ticket owns it until somebody accepts; to a "
                            + "queue it goes at once. Those who may accept hear of it on the stream (ticket.handover). An offer "
                            + "lapses when the ticket gets another owner in another way, or is closed.")
    @APIResponse(
            responseCode = "201",
            description = "Offered",
            content = @Content(mediaType = "application/json", schema = @Schema(implementation = Handover.class)))
    @APIResponse(
            responseCode = "409",
            description = "Nobody owns the ticket, it is closed, or it is offered already",
            ref = "Problem")
    @APIResponse(responseCode = "422", description = "The key was used for another body", ref = "Problem")
    public Response offer(
            UUID id,
            @HeaderParam(IdempotencyKeys.HEADER) @Parameter(description = "New for each handover", required = true)
                    String key,
            @NotNull @Valid Offer offer) {
        var path = "/v1/tickets/" + id + "/handovers";
        var to = new Handover.To(offer.to().kind(), offer.to().name());
        var made = keys.once(
                IdempotencyKeys.scope(signedIn.id(), path, key),
                offer,
                Handover.class,
                () -> handing.offer(id, to, offer.note(), signedIn.actor(), signedIn.leads()));
        return Response.created(URI.create(path + "/" + made.id())).entity(made).build();
    }

    @GET
    @Path("/{handoverId}")
    @Transactional
    @Operation(operationId = "getHandover", summary = "One handover")
    @APIResponse(
            responseCode = "200",
            description = "The handover",
            content = @Content(mediaType = "application/json", schema = @Schema(implementation = Handover.class)))
    public Handover get(UUID id, UUID handoverId) {
        return handing.of(id, handoverId);
    }

    @PUT
    @Path("/{handoverId}/state")
    @Transactional
    @Operation(
            operationId = "settleHandover",
            summary = "Accept a handover, decline it, or take it back",
            description =
                    "Whom the ticket is offered to accepts or declines; who gives it, or a supervisor, withdraws. The "
                            + "same again changes nothing.")
    @APIResponse(
            responseCode = "200",
            description = "The handover as it is now",
            content = @Content(mediaType = "application/json", schema = @Schema(implementation = Handover.class)))
    @APIResponse(responseCode = "409", description = "It is settled already", ref = "Problem")
    public Handover settle(UUID id, UUID handoverId, @NotNull @Valid Settlement settlement) {
        var state = settlement.state();
        if (state == Handover.State.OFFERED || state == Handover.State.LAPSED) {
            throw ProblemException.invalid("/state", "must be ACCEPTED, DECLINED or WITHDRAWN");
        }
        if (state == Handover.State.DECLINED
                && (settlement.reason() == null || settlement.reason().isBlank())) {
            throw ProblemException.invalid("/reason", "must say why, for whoever offered it");
        }
        return handing.settle(id, handoverId, state, settlement.reason(), signedIn.actor(), signedIn.leads());
    }
}
