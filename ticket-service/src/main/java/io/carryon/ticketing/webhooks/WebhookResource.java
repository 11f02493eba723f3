package io.carryon.ticketing.webhooks;

import io.carryon.ticketing.inbox.IdempotencyKeys;
import io.carryon.ticketing.operations.SignedIn;
import io.carryon.ticketing.problem.Revision;
import jakarta.annotation.security.RolesAllowed;
import jakarta.transaction.Transactional;
import jakarta.validation.Valid;
import jakarta.validation.constraints.NotNull;
import jakarta.ws.rs.DELETE;
import jakarta.ws.rs.GET;
import jakarta.ws.rs.HeaderParam;
import jakarta.ws.rs.POST;
import jakarta.ws.rs.PUT;
import jakarta.ws.rs.Path;
import jakarta.ws.rs.core.Response;
import java.net.URI;
import java.util.UUID;
import org.eclipse.microprofile.openapi.annotations.Operation;
import org.eclipse.microprofile.openapi.annotations.headers.Header;
import org.eclipse.microprofile.openapi.annotations.media.Content;
import org.eclipse.microprofile.openapi.annotations.media.Schema;
import org.eclipse.microprofile.openapi.annotations.parameters.Parameter;
import org.eclipse.microprofile.openapi.annotations.responses.APIResponse;
import org.eclipse.microprofile.openapi.annotations.tags.Tag;

/** Who is told of what happens to tickets, by the Standard Webhooks specification. */
@Path("/v1/webhooks")
@RolesAllowed(SignedIn.ADMIN)
@Tag(name = "Webhooks")
@APIResponse(responseCode = "400", description = "A field is wrong", ref = "Problem")
@APIResponse(responseCode = "401", description = "No valid token", ref = "Problem")
@APIResponse(responseCode = "403", description = "Not an admin", ref = "Problem")
@APIResponse(responseCode = "503", description = "The database is away; see Retry-After", ref = "Problem")
public class WebhookResource {

    private static final String PATH = "/v1/webhooks";

    private final WebhookWork work;
    private final WebhookStore webhooks;
    private final IdempotencyKeys keys;
    private final SignedIn signedIn;

    WebhookResource(WebhookWork work, WebhookStore webhooks, IdempotencyKeys keys, SignedIn signedIn) {
        this.work = work;
        this.webhooks = webhooks;
        this.keys = keys;
        this.signedIn = signedIn;
    }

    @GET
    @Transactional
    @Operation(operationId = "listWebhooks", summary = "All webhooks, the first one made first")
    @APIResponse(
            responseCode = "200",
            description = "At most 100",
            content =
                    @Content(mediaType = "application/json", schema = @Schema(implementation = WebhookView.All.class)))
    public WebhookView.All list() {
        return new WebhookView.All(webhooks.all().stream().map(WebhookView::of).toList());
    }

    @POST
    @Transactional
    @Operation(
            operationId = "createWebhook",
            summary = "Have a receiver told of events from now on",
            description = "Messages are posted as Standard Webhooks has it: webhook-id (the same in every attempt), "
                    + "webhook-timestamp and webhook-signature (HMAC-SHA256 with the secret over id.timestamp.body), at "
                    + "least once. The first attempts of a ticket's events come in their order; data.revision tells what "
                    + "is later. The body is thin (WebhookMessage): ids and the ticket's state. Any 2xx within 15 s is a "
                    + "success, redirects are none; 410 disables the webhook; else it is tried again after 5 s, 5 and 30 "
                    + "minutes, 2, 5, 10, 14, 20 and 24 hours, and given up then. A receiver that takes nothing for five "
                    + "days is disabled.")
    @APIResponse(
            responseCode = "201",
            description = "The webhook, with its secret for this once",
            content =
                    @Content(
                            mediaType = "application/json",
                            schema = @Schema(implementation = WebhookView.WithSecret.class)))
    @APIResponse(responseCode = "409", description = "There are 100 webhooks", ref = "Problem")
    @APIResponse(responseCode = "422", description = "The key was used for another body", ref = "Problem")
    public Response create(
            @HeaderParam(IdempotencyKeys.HEADER) @Parameter(description = "New for each webhook", required = true)
                    String key,
            @NotNull @Valid WebhookRequest request) {
        var made = keys.once(
                IdempotencyKeys.scope(signedIn.id(), PATH, key),
                request,
                WebhookView.WithSecret.class,
                () -> WebhookView.WithSecret.of(work.create(request, signedIn.id())));
        return Response.created(URI.create(PATH + "/" + made.webhook().id()))
                .entity(made)
                .build();
    }

    @GET
    @Path("/{id}")
    @Transactional
    @Operation(operationId = "getWebhook", summary = "A webhook", description = "The ETag is needed to change it.")
    @APIResponse(
            responseCode = "200",
            description = "The webhook",
            headers = @Header(name = "ETag", description = "The revision", schema = @Schema(examples = "\"1\"")),
            content = @Content(mediaType = "application/json", schema = @Schema(implementation = WebhookView.class)))
    @APIResponse(responseCode = "404", description = "No such webhook", ref = "Problem")
    public Response get(UUID id) {
        return answer(work.seen(id));
    }

    @PUT
    @Path("/{id}")
    @Transactional
    @Operation(
            operationId = "changeWebhook",
            summary = "Change a webhook, switch it off or on",
            description = "Switched on again, it is told of what happens from then on; replay tells the rest.")
    @APIResponse(
            responseCode = "200",
            description = "The webhook as it is now",
            content = @Content(mediaType = "application/json", schema = @Schema(implementation = WebhookView.class)))
    @APIResponse(responseCode = "404", description = "No such webhook", ref = "Problem")
    @APIResponse(responseCode = "412", description = "It has changed since that ETag", ref = "Problem")
    @APIResponse(responseCode = "428", description = "If-Match is missing", ref = "Problem")
    public Response change(
            UUID id,
            @HeaderParam("If-Match")
                    @Parameter(description = "The ETag of the webhook", required = true, example = "\"1\"")
                    String ifMatch,
            @NotNull @Valid WebhookRequest request) {
        return answer(work.change(id, ifMatch, request));
    }

    @DELETE
    @Path("/{id}")
    @Transactional
    @Operation(operationId = "deleteWebhook", summary = "Remove a webhook with its deliveries")
    @APIResponse(responseCode = "204", description = "Removed")
    @APIResponse(responseCode = "404", description = "No such webhook", ref = "Problem")
    @APIResponse(responseCode = "412", description = "It has changed since that ETag", ref = "Problem")
    @APIResponse(responseCode = "428", description = "If-Match is missing", ref = "Problem")
    public void delete(
            UUID id,
            @HeaderParam("If-Match")
                    @Parameter(description = "The ETag of the webhook", required = true, example = "\"1\"")
                    String ifMatch) {
        work.delete(id, ifMatch);
    }

    @POST
    @Path("/{id}/secret")
    @Transactional
    @Operation(
            operationId = "rotateWebhookSecret",
            summary = "Give a webhook a new secret",
            description =
                    "For a day messages carry two signatures, the new one first, so that the receiver can change over.")
    @APIResponse(
            responseCode = "201",
            description = "The webhook, with its new secret for this once",
            content =
                    @Content(
                            mediaType = "application/json",
                            schema = @Schema(implementation = WebhookView.WithSecret.class)))
    @APIResponse(responseCode = "404", description = "No such webhook", ref = "Problem")
    public Response rotate(
            UUID id,
            @HeaderParam(IdempotencyKeys.HEADER) @Parameter(description = "New for each secret", required = true)
                    String key) {
        var path = PATH + "/" + id;
        var made = keys.once(
                IdempotencyKeys.scope(signedIn.id(), path + "/secret", key),
                "",
                WebhookView.WithSecret.class,
                () -> WebhookView.WithSecret.of(work.rotate(id)));
        return Response.created(URI.create(path)).entity(made).build();
    }

    private static Response answer(Webhook hook) {
        return Response.ok(WebhookView.of(hook))
                .tag(Revision.tag(hook.revision()))
                .build();
    }
}
