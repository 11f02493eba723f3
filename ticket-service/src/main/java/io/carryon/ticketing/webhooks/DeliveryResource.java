package io.carryon.ticketing.webhooks;

import io.carryon.ticketing.operations.SignedIn;
import io.carryon.ticketing.problem.Cursor;
import io.carryon.ticketing.problem.ProblemException;
import io.carryon.ticketing.problem.Slice;
import io.carryon.ticketing.problem.Times;
import jakarta.annotation.security.RolesAllowed;
import jakarta.transaction.Transactional;
import jakarta.validation.Valid;
import jakarta.validation.constraints.Max;
import jakarta.validation.constraints.Min;
import jakarta.validation.constraints.NotNull;
import jakarta.validation.constraints.Size;
import jakarta.ws.rs.DefaultValue;
import jakarta.ws.rs.GET;
import jakarta.ws.rs.POST;
import jakarta.ws.rs.Path;
import jakarta.ws.rs.QueryParam;
import jakarta.ws.rs.core.Response;
import java.time.Instant;
import java.util.UUID;
import org.eclipse.microprofile.openapi.annotations.Operation;
import org.eclipse.microprofile.openapi.annotations.media.Content;
import org.eclipse.microprofile.openapi.annotations.media.Schema;
import org.eclipse.microprofile.openapi.annotations.parameters.Parameter;
import org.eclipse.microprofile.openapi.annotations.responses.APIResponse;
import org.eclipse.microprofile.openapi.annotations.tags.Tag;

/** What became of the messages to a webhook, and telling them again. */
@Path("/v1/webhooks/{id}")
@RolesAllowed(SignedIn.ADMIN)
@Tag(name = "Webhooks")
@APIResponse(responseCode = "401", description = "No valid token", ref = "Problem")
@APIResponse(responseCode = "403", description = "Not an admin", ref = "Problem")
@APIResponse(responseCode = "404", description = "No such webhook or delivery", ref = "Problem")
@APIResponse(responseCode = "503", description = "The database is away; see Retry-After", ref = "Problem")
public class DeliveryResource {

    private final WebhookWork work;
    private final DeliveryStore deliveries;

    DeliveryResource(WebhookWork work, DeliveryStore deliveries) {
        this.work = work;
        this.deliveries = deliveries;
    }

    /** From when on everything is told again. */
    @Schema(name = "WebhookReplay")
    public record Replay(
            @NotNull @Schema(examples = "2026-11-20T09:30:00Z")
            Instant since) {}

    @GET
    @Path("/deliveries")
    @Transactional
    @Operation(
            operationId = "listWebhookDeliveries",
            summary = "The deliveries to a webhook, latest first",
            description = "Those that are settled are kept for 30 days.")
    @APIResponse(
            responseCode = "200",
            description = "A page of deliveries",
            content =
                    @Content(
                            mediaType = "application/json",
                            schema = @Schema(implementation = WebhookView.DeliveryPage.class)))
    @APIResponse(responseCode = "400", description = "A wrong state, limit or cursor", ref = "Problem")
    public WebhookView.DeliveryPage list(
            UUID id,
            @QueryParam("state") @Parameter(example = "GIVEN_UP") Delivery.State state,
            @QueryParam("cursor") @Size(max = 300) @Parameter(description = "next of the page before") String cursor,
            @QueryParam("limit") @DefaultValue("25") @Min(1) @Max(100) int limit) {
        work.seen(id);
        var query = "deliveries of %s %s".formatted(id, state);
        var mark = cursor == null ? null : Cursor.keys(cursor, query, 2);
        var found = deliveries.page(
                id,
                state,
                mark == null ? null : Cursor.instant(mark.get(0)),
                mark == null ? null : Cursor.uuid(mark.get(1)),
                limit + 1);
        var slice = Slice.of(found, limit);
        return new WebhookView.DeliveryPage(
                slice.items(),
                slice.next(last ->
                        Cursor.of(query, last.madeAt().toString(), last.id().toString())),
                slice.hasMore());
    }

    @GET
    @Path("/deliveries/{deliveryId}")
    @Transactional
    @Operation(operationId = "getWebhookDelivery", summary = "A delivery with its attempts")
    @APIResponse(
            responseCode = "200",
            description = "The delivery",
            content = @Content(mediaType = "application/json", schema = @Schema(implementation = Delivery.class)))
    public Delivery get(UUID id, UUID deliveryId) {
        return deliveries
                .one(id, deliveryId)
                .orElseThrow(() -> ProblemException.notFound("This webhook has no such delivery."));
    }

    @POST
    @Path("/deliveries/{deliveryId}/replay")
    @Transactional
    @Operation(
            operationId = "replayWebhookDelivery",
            summary = "Tell an event again",
            description = "At once, under the same webhook-id; safe to repeat.")
    @APIResponse(
            responseCode = "202",
            description = "It is told again",
            content = @Content(mediaType = "application/json", schema = @Schema(implementation = Delivery.class)))
    @APIResponse(responseCode = "409", description = "The webhook is not active", ref = "Problem")
    public Response replay(UUID id, UUID deliveryId) {
        work.replay(id, deliveryId);
        return Response.accepted(get(id, deliveryId)).build();
    }

    @POST
    @Path("/replay")
    @Transactional
    @Operation(
            operationId = "replayWebhook",
            summary = "Tell everything again that happened since a time",
            description = "However long ago: the log is never cut. Messages have the same webhook-ids as before; some "
                    + "from shortly before the time may be among them. Safe to repeat.")
    @APIResponse(responseCode = "202", description = "It is told again")
    @APIResponse(responseCode = "400", description = "The time is wrong", ref = "Problem")
    @APIResponse(responseCode = "409", description = "The webhook is not active", ref = "Problem")
    public Response replay(UUID id, @NotNull @Valid Replay replay) {
        work.replay(
                id,
                Times.storable(replay.since())
                        .orElseThrow(() -> ProblemException.invalid("/since", "must be of the years 1970 to 9999")));
        return Response.accepted().build();
    }
}
