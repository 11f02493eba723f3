package io.carryon.gateway.selfservice;

import com.fasterxml.jackson.core.JsonProcessingException;
import io.carryon.gateway.door.IdempotencyKey;
import io.carryon.gateway.door.QueryWords;
import io.carryon.gateway.door.Submissions;
import io.carryon.gateway.problem.Problem;
import io.quarkus.security.identity.SecurityIdentity;
import io.smallrye.common.annotation.RunOnVirtualThread;
import jakarta.annotation.security.RolesAllowed;
import jakarta.ws.rs.Consumes;
import jakarta.ws.rs.GET;
import jakarta.ws.rs.HeaderParam;
import jakarta.ws.rs.POST;
import jakarta.ws.rs.Path;
import jakarta.ws.rs.PathParam;
import jakarta.ws.rs.Produces;
import jakarta.ws.rs.QueryParam;
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
public class PortalResource {

    private final PortalRequests requests;
    private final PortalViews views;
    private final Submissions submissions;
    private final SecurityIdentity identity;

    public PortalResource(
            PortalRequests requests, PortalViews views, Submissions submissions, SecurityIdentity identity) {
        this.requests = requests;
        this.views = views;
        this.submissions = submissions;
        this.identity = identity;
    }

    @POST
    @RolesAllowed({"portal", Viewer.CUSTOMER})
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
    @APIResponse(responseCode = "422", description = "The key was used with another payload")
    public RestResponse<PortalAnswers.Accepted> submit(
            @HeaderParam(IdempotencyKey.HEADER) String key,
            @RequestBody(
                            required = true,
                            content =
                                    @Content(
                                            mediaType = MediaType.APPLICATION_JSON,
                                            schema = @Schema(implementation = PortalRequestForm.class),
                                            examples = @ExampleObject(name = "signed-in", value = EXAMPLE)))
                    byte[] body)
            throws JsonProcessingException {
        var accepted = requests.submit(Viewer.of(identity), submissions.read(key, body, PortalRequestForm.class));
        return RestResponse.ResponseBuilder.<PortalAnswers.Accepted>created(URI.create(accepted.statusUrl()))
                .entity(accepted)
                .build();
    }

    @GET
    @Path("{reference}")
    @RolesAllowed({"portal", "agent", "supervisor", "admin", Viewer.CUSTOMER, Viewer.GUEST})
    @Operation(
            operationId = "getPortalRequest",
            summary = "A request's state and what was said, as its customer sees it",
            description =
                    "The reference may be written in lower case and without hyphens. The latest page of what was said"
                            + " comes first; follow next for earlier ones.")
    @APIResponse(
            responseCode = "200",
            description = "The request and a page of what was said",
            content = @Content(schema = @Schema(implementation = PortalAnswers.View.class)))
    @APIResponse(responseCode = "404", description = "No such reference")
    public PortalAnswers.View view(
            @Parameter(example = "7K3M-Q0ZD-2F9T-XW5B") @PathParam("reference") String reference,
            @Parameter(description = "The answer's next, for what was said before.") @QueryParam("cursor")
                    String cursor,
            @Parameter(schema = @Schema(type = SchemaType.INTEGER, minimum = "1", maximum = "50", defaultValue = "20"))
                    @QueryParam("limit")
                    String limit) {
        return views.view(Viewer.of(identity), reference, cursor, QueryWords.limit(limit, 20, 50));
    }

    @POST
    @Path("{reference}/messages")
    @RolesAllowed({"portal", Viewer.CUSTOMER, Viewer.GUEST})
    @Operation(
            operationId = "addPortalMessage",
            summary = "Add a message of the customer to a request",
            description = "A further entry of the same contact. The same key with the same bytes answers the same 201.")
    @APIResponse(
            responseCode = "201",
            description = "Accepted, now or under this key before",
            content = @Content(schema = @Schema(implementation = PortalAnswers.MessageAccepted.class)))
    @APIResponse(responseCode = "404", description = "No such reference")
    @APIResponse(responseCode = "422", description = "The key was used with another payload")
    public RestResponse<PortalAnswers.MessageAccepted> write(
            @Parameter(example = "7K3M-Q0ZD-2F9T-XW5B") @PathParam("reference") String reference,
            @HeaderParam(IdempotencyKey.HEADER) String key,
            @RequestBody(
                            required = true,
                            content =
                                    @Content(
                                            mediaType = MediaType.APPLICATION_JSON,
                                            schema = @Schema(implementation = PortalMessageForm.class)))
                    byte[] body)
            throws JsonProcessingException {
        return RestResponse.status(
                RestResponse.Status.CREATED,
                requests.write(Viewer.of(identity), reference, submissions.read(key, body, PortalMessageForm.class)));
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
