package io.carryon.gateway.selfservice;

import com.fasterxml.jackson.core.JsonProcessingException;
import io.carryon.gateway.door.IdempotencyKey;
import io.carryon.gateway.door.JsonBody;
import io.carryon.gateway.problem.Problem;
import io.quarkus.security.identity.SecurityIdentity;
import io.smallrye.common.annotation.RunOnVirtualThread;
import jakarta.annotation.security.RolesAllowed;
import jakarta.validation.constraints.Max;
import jakarta.validation.constraints.Min;
import jakarta.validation.constraints.NotBlank;
import jakarta.validation.constraints.NotNull;
import jakarta.validation.constraints.Size;
import jakarta.ws.rs.Consumes;
import jakarta.ws.rs.DELETE;
import jakarta.ws.rs.GET;
import jakarta.ws.rs.HeaderParam;
import jakarta.ws.rs.POST;
import jakarta.ws.rs.PUT;
import jakarta.ws.rs.Path;
import jakarta.ws.rs.PathParam;
import jakarta.ws.rs.Produces;
import jakarta.ws.rs.core.MediaType;
import java.nio.charset.StandardCharsets;
import java.time.Instant;
import org.eclipse.microprofile.openapi.annotations.Operation;
import org.eclipse.microprofile.openapi.annotations.media.Content;
import org.eclipse.microprofile.openapi.annotations.media.Schema;
import org.eclipse.microprofile.openapi.annotations.parameters.Parameter;
import org.eclipse.microprofile.openapi.annotations.parameters.RequestBody;
import org.eclipse.microprofile.openapi.annotations.responses.APIResponse;
import org.eclipse.microprofile.openapi.annotations.security.SecurityRequirement;
import org.eclipse.microprofile.openapi.annotations.tags.Tag;

/** The doors for what customers do on a request beside writing. */
@Path(PortalRequests.PATH + "/{reference}")
@Produces({MediaType.APPLICATION_JSON, Problem.MEDIA_TYPE})
@Consumes(MediaType.APPLICATION_JSON)
@RolesAllowed({"portal", Viewer.CUSTOMER, Viewer.GUEST})
@RunOnVirtualThread
@SecurityRequirement(name = "bearer")
@Tag(name = "Self-service", description = "Requests made on a portal, and their status by reference.")
public class PortalActResource {

    private static final byte[] NOTHING = "{}".getBytes(StandardCharsets.UTF_8);

    private final PortalActs acts;
    private final JsonBody json;
    private final SecurityIdentity identity;

    PortalActResource(PortalActs acts, JsonBody json, SecurityIdentity identity) {
        this.acts = acts;
        this.json = json;
        this.identity = identity;
    }

    /** Why, if they say. */
    @Schema(name = "PortalReason", additionalProperties = Schema.False.class)
    public record ReasonForm(
            @Size(max = 500) @Schema(examples = "It works again, thank you.")
            String reason) {}

    /** How content the customer is with how it ended. */
    @Schema(name = "PortalRating", additionalProperties = Schema.False.class)
    public record RatingForm(
            @NotNull @Min(1) @Max(5) @Schema(examples = "5", description = "1 (worst) to 5")
            Integer score,

            @Size(max = 2_000) @Schema(examples = "Quick and friendly.")
            String comment) {}

    /** When to call, and where. */
    @Schema(name = "PortalCallbackWish", additionalProperties = Schema.False.class)
    public record CallbackForm(
            @NotBlank @Size(max = 64) @Schema(examples = "+49 30 5550100")
            String number,

            @Schema(examples = "2026-03-02T13:00:00Z", description = "Any time from now when left out.")
            Instant notBefore,

            @Schema(examples = "2026-03-02T13:30:00Z") Instant notAfter) {}

    @POST
    @Path("close")
    @Operation(operationId = "closePortalRequest", summary = "The customer says that it is done")
    @APIResponse(
            responseCode = "200",
            description = "Durable; the state follows in a moment",
            content = @Content(schema = @Schema(implementation = PortalAnswers.ActTaken.class)))
    @APIResponse(responseCode = "404", description = "No such reference")
    public PortalAnswers.ActTaken close(
            @Parameter(example = "7K3M-Q0ZD-2F9T-XW5B") @PathParam("reference") String reference,
            @HeaderParam(IdempotencyKey.HEADER) String key,
            @RequestBody(content = @Content(schema = @Schema(implementation = ReasonForm.class))) byte[] body)
            throws JsonProcessingException {
        return acts.close(viewer(), reference, reason(body), IdempotencyKey.of(key));
    }

    @POST
    @Path("reopen")
    @Operation(operationId = "reopenPortalRequest", summary = "The customer says that it is not done after all")
    @APIResponse(
            responseCode = "200",
            description = "Durable; the state follows in a moment",
            content = @Content(schema = @Schema(implementation = PortalAnswers.ActTaken.class)))
    @APIResponse(responseCode = "404", description = "No such reference")
    public PortalAnswers.ActTaken reopen(
            @Parameter(example = "7K3M-Q0ZD-2F9T-XW5B") @PathParam("reference") String reference,
            @HeaderParam(IdempotencyKey.HEADER) String key,
            @RequestBody(content = @Content(schema = @Schema(implementation = ReasonForm.class))) byte[] body)
            throws JsonProcessingException {
        return acts.reopen(viewer(), reference, reason(body), IdempotencyKey.of(key));
    }

    @POST
    @Path("handoff")
    @Operation(
            operationId = "handoffPortalRequest",
            summary = "The customer wants a person",
            description = "No automation touches the request again. contactUs says how a person is reached at once.")
    @APIResponse(
            responseCode = "200",
            description = "Durable",
            content = @Content(schema = @Schema(implementation = PortalAnswers.ActTaken.class)))
    @APIResponse(responseCode = "404", description = "No such reference")
    public PortalAnswers.ActTaken handoff(
            @Parameter(example = "7K3M-Q0ZD-2F9T-XW5B") @PathParam("reference") String reference,
            @HeaderParam(IdempotencyKey.HEADER) String key,
            @RequestBody(content = @Content(schema = @Schema(implementation = ReasonForm.class))) byte[] body)
            throws JsonProcessingException {
        return acts.handoff(viewer(), reference, reason(body), IdempotencyKey.of(key));
    }

    @POST
    @Path("rating")
    @Operation(
            operationId = "ratePortalRequest",
            summary = "The customer rates how it ended",
            description = "Once per resolution; given again, the last one counts.")
    @APIResponse(
            responseCode = "200",
            description = "Durable",
            content = @Content(schema = @Schema(implementation = PortalAnswers.ActTaken.class)))
    @APIResponse(responseCode = "404", description = "No such reference")
    @APIResponse(responseCode = "409", description = "It is not solved")
    public PortalAnswers.ActTaken rate(
            @Parameter(example = "7K3M-Q0ZD-2F9T-XW5B") @PathParam("reference") String reference,
            @HeaderParam(IdempotencyKey.HEADER) String key,
            @RequestBody(required = true, content = @Content(schema = @Schema(implementation = RatingForm.class)))
                    byte[] body)
            throws JsonProcessingException {
        var form = json.read(body, RatingForm.class);
        return acts.rate(viewer(), reference, form.score(), form.comment(), IdempotencyKey.of(key));
    }

    @GET
    @Path("callback/slots")
    @Operation(operationId = "portalCallbackSlots", summary = "The times in which the customer may be called back")
    @APIResponse(
            responseCode = "200",
            description = "What has room now",
            content = @Content(schema = @Schema(implementation = PortalAnswers.Slots.class)))
    public PortalAnswers.Slots slots(
            @Parameter(example = "7K3M-Q0ZD-2F9T-XW5B") @PathParam("reference") String reference) {
        return acts.slots();
    }

    @PUT
    @Path("callback")
    @Operation(
            operationId = "bookPortalCallback",
            summary = "Book a call about the request, or move the one that is booked",
            description = "The first time within the wished ones that has room.")
    @APIResponse(
            responseCode = "200",
            description = "Booked",
            content = @Content(schema = @Schema(implementation = PortalAnswers.BookedCallback.class)))
    @APIResponse(responseCode = "404", description = "No such reference")
    @APIResponse(responseCode = "409", description = "No time within these has room")
    public PortalAnswers.BookedCallback callBack(
            @Parameter(example = "7K3M-Q0ZD-2F9T-XW5B") @PathParam("reference") String reference,
            @RequestBody(required = true, content = @Content(schema = @Schema(implementation = CallbackForm.class)))
                    byte[] body)
            throws JsonProcessingException {
        var form = json.read(body, CallbackForm.class);
        return acts.callBack(viewer(), reference, form.number(), form.notBefore(), form.notAfter());
    }

    @DELETE
    @Path("callback")
    @Consumes(MediaType.WILDCARD)
    @Operation(operationId = "cancelPortalCallback", summary = "The customer does not want to be called back")
    @APIResponse(responseCode = "204", description = "It is cancelled")
    @APIResponse(responseCode = "404", description = "No such reference, or nothing is booked")
    public void cancel(@Parameter(example = "7K3M-Q0ZD-2F9T-XW5B") @PathParam("reference") String reference) {
        acts.cancelCallback(viewer(), reference);
    }

    private Viewer viewer() {
        return Viewer.of(identity);
    }

    private String reason(byte[] body) throws JsonProcessingException {
        return json.read(body == null || body.length == 0 ? NOTHING : body, ReasonForm.class)
                .reason();
    }
}
