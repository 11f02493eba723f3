package io.carryon.gateway.selfservice;

import com.fasterxml.jackson.core.JsonProcessingException;
import io.carryon.gateway.door.Caller;
import io.carryon.gateway.door.IdempotencyKey;
import io.carryon.gateway.door.JsonBody;
import io.carryon.gateway.problem.Problem;
import io.smallrye.common.annotation.RunOnVirtualThread;
import jakarta.annotation.security.RolesAllowed;
import jakarta.ws.rs.Consumes;
import jakarta.ws.rs.GET;
import jakarta.ws.rs.HeaderParam;
import jakarta.ws.rs.POST;
import jakarta.ws.rs.Path;
import jakarta.ws.rs.PathParam;
import jakarta.ws.rs.Produces;
import jakarta.ws.rs.core.MediaType;
import java.net.URI;
import org.eclipse.microprofile.openapi.annotations.Operation;
import org.eclipse.microprofile.openapi.annotations.enums.SchemaType;
import org.eclipse.microprofile.openapi.annotations.media.Content;
import org.eclipse.microprofile.openapi.annotations.media.ExampleObject;
import org.eclipse.microprofile.openapi.annotations.media.Schema;
import org.eclipse.microprofile.openapi.annotations.parameters.Parameter;
import org.eclipse.microprofile.openapi.annotations.parameters.RequestBody;
import org.eclipse.microprofile.openapi.annotations.responses.APIResponse;
import org.eclipse.microprofile.openapi.annotations.security.SecurityRequirement;
import org.eclipse.microprofile.openapi.annotations.tags.Tag;
import org.jboss.resteasy.reactive.RestResponse;

/** The door for portals: their server calls on a customer's behalf. */
@Path(PortalRequests.PATH)
@Produces({MediaType.APPLICATION_JSON, Problem.MEDIA_TYPE})
@Consumes(MediaType.APPLICATION_JSON)
@RunOnVirtualThread
@SecurityRequirement(name = "bearer")
@Tag(name = "Self-service", description = "Requests made on a portal, and their status by reference.")
@APIResponse(
        responseCode = "401",
        description = "No valid token",
        content = @Content(mediaType = Problem.MEDIA_TYPE, schema = @Schema(implementation = Problem.class)))
@APIResponse(
        responseCode = "403",
        description = "The role does not allow it",
        content = @Content(mediaType = Problem.MEDIA_TYPE, schema = @Schema(implementation = Problem.class)))
@APIResponse(
        responseCode = "503",
        description = "Nothing was accepted; send the same call again after Retry-After",
        content = @Content(mediaType = Problem.MEDIA_TYPE, schema = @Schema(implementation = Problem.class)))
public class PortalResource {

    private final PortalRequests requests;
    private final JsonBody json;
    private final Caller caller;

    public PortalResource(PortalRequests requests, JsonBody json, Caller caller) {
        this.requests = requests;
        this.json = json;
        this.caller = caller;
    }

    @POST
    @RolesAllowed("portal")
    @Operation(
            operationId = "submitPortalRequest",
            summary = "Submit a request on a customer's behalf",
            description =
                    "201 means durable: it will become a ticket. The same key with the same bytes answers the same"
                            + " 201 again, for as long as the request is kept.")
    @APIResponse(
            responseCode = "201",
            description = "Accepted, now or under this key before",
            content = @Content(schema = @Schema(implementation = PortalAnswers.Accepted.class)))
    @APIResponse(
            responseCode = "400",
            description = "Malformed, or fields are wrong",
            content = @Content(mediaType = Problem.MEDIA_TYPE, schema = @Schema(implementation = Problem.class)))
    @APIResponse(responseCode = "413", description = "The body is too large")
    @APIResponse(
            responseCode = "415",
            description = "Not JSON",
            content = @Content(mediaType = Problem.MEDIA_TYPE, schema = @Schema(implementation = Problem.class)))
    @APIResponse(
            responseCode = "422",
            description = "The key was used with another payload",
            content = @Content(mediaType = Problem.MEDIA_TYPE, schema = @Schema(implementation = Problem.class)))
    public RestResponse<PortalAnswers.Accepted> submit(
            @Parameter(
                            description = "Fresh per request, the same with each retry.",
                            required = true,
                            example = "8e03978e-40d5-43dd-bc93-6894a57f9324",
                            schema = @Schema(type = SchemaType.STRING, maxLength = 255))
                    @HeaderParam(IdempotencyKey.HEADER)
                    String key,
            @RequestBody(
                            required = true,
                            content =
                                    @Content(
                                            mediaType = MediaType.APPLICATION_JSON,
                                            schema = @Schema(implementation = PortalRequestForm.class),
                                            examples = @ExampleObject(name = "signed-in", value = EXAMPLE)))
                    byte[] body)
            throws JsonProcessingException {
        var idempotencyKey = IdempotencyKey.of(key);
        var form = json.read(body, PortalRequestForm.class);
        var accepted = requests.submit(caller.client(), idempotencyKey, form, body);
        return RestResponse.ResponseBuilder.<PortalAnswers.Accepted>created(URI.create(accepted.statusUrl()))
                .entity(accepted)
                .build();
    }

    @GET
    @Path("{reference}")
    @RolesAllowed({"portal", "agent", "supervisor", "admin"})
    @Operation(
            operationId = "getPortalRequest",
            summary = "A request's state and what was said, as its customer sees it",
            description = "The reference may be written in lower case and without hyphens.")
    @APIResponse(
            responseCode = "200",
            description = "The request",
            content = @Content(schema = @Schema(implementation = PortalAnswers.View.class)))
    @APIResponse(
            responseCode = "404",
            description = "No such reference",
            content = @Content(mediaType = Problem.MEDIA_TYPE, schema = @Schema(implementation = Problem.class)))
    public PortalAnswers.View view(
            @Parameter(example = "7K3M-Q0ZD-2F9T-XW5B") @PathParam("reference") String reference) {
        return requests.view(reference);
    }

    @POST
    @Path("{reference}/messages")
    @RolesAllowed("portal")
    @Operation(
            operationId = "addPortalMessage",
            summary = "Add a message of the customer to a request",
            description = "A further entry of the same contact. The same key with the same bytes answers the same 201.")
    @APIResponse(
            responseCode = "201",
            description = "Accepted, now or under this key before",
            content = @Content(schema = @Schema(implementation = PortalAnswers.MessageAccepted.class)))
    @APIResponse(
            responseCode = "400",
            description = "Malformed, or fields are wrong",
            content = @Content(mediaType = Problem.MEDIA_TYPE, schema = @Schema(implementation = Problem.class)))
    @APIResponse(
            responseCode = "404",
            description = "No such reference",
            content = @Content(mediaType = Problem.MEDIA_TYPE, schema = @Schema(implementation = Problem.class)))
    @APIResponse(responseCode = "413", description = "The body is too large")
    @APIResponse(
            responseCode = "415",
            description = "Not JSON",
            content = @Content(mediaType = Problem.MEDIA_TYPE, schema = @Schema(implementation = Problem.class)))
    @APIResponse(
            responseCode = "422",
            description = "The key was used with another payload",
            content = @Content(mediaType = Problem.MEDIA_TYPE, schema = @Schema(implementation = Problem.class)))
    public RestResponse<PortalAnswers.MessageAccepted> write(
            @Parameter(example = "7K3M-Q0ZD-2F9T-XW5B") @PathParam("reference") String reference,
            @Parameter(
                            description = "Fresh per message, the same with each retry.",
                            required = true,
                            example = "2f6b3f0e-6f5e-4e0f-9b57-2a2f8a1a5c11",
                            schema = @Schema(type = SchemaType.STRING, maxLength = 255))
                    @HeaderParam(IdempotencyKey.HEADER)
                    String key,
            @RequestBody(
                            required = true,
                            content =
                                    @Content(
                                            mediaType = MediaType.APPLICATION_JSON,
                                            schema = @Schema(implementation = PortalMessageForm.class)))
                    byte[] body)
            throws JsonProcessingException {
        var idempotencyKey = IdempotencyKey.of(key);
        var form = json.read(body, PortalMessageForm.class);
        return RestResponse.status(
                RestResponse.Status.CREATED, requests.write(caller.client(), reference, idempotencyKey, form, body));
    }

    private static final String EXAMPLE = """
            {
              "requester": {
                "name": "Marta Nowak",
                "email": "marta.nowak@example.com",
                "account": "cust-20417",
                "verified": true,
                "method": "oidc"
              },
              "subject": "The invoice for May is wrong",
              "text": "You charged the basic fee twice. Please look at it.",
              "language": "en",
              "fields": {"invoice": "2026-05-1177"}
            }
            """;
}
