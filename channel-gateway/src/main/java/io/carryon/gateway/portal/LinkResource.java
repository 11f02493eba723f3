package io.carryon.gateway.portal;

import com.fasterxml.jackson.core.JsonProcessingException;
import io.carryon.gateway.door.JsonBody;
import io.carryon.gateway.problem.Problem;
import io.carryon.gateway.selfservice.PortalRequests;
import io.carryon.gateway.selfservice.Requesters;
import io.carryon.gateway.selfservice.Viewer;
import io.smallrye.common.annotation.RunOnVirtualThread;
import jakarta.annotation.security.RolesAllowed;
import jakarta.validation.constraints.Email;
import jakarta.validation.constraints.NotBlank;
import jakarta.validation.constraints.Size;
import jakarta.ws.rs.Consumes;
import jakarta.ws.rs.DELETE;
import jakarta.ws.rs.POST;
import jakarta.ws.rs.PUT;
import jakarta.ws.rs.Path;
import jakarta.ws.rs.PathParam;
import jakarta.ws.rs.Produces;
import jakarta.ws.rs.core.MediaType;
import jakarta.ws.rs.core.Response;
import org.eclipse.microprofile.openapi.annotations.Operation;
import org.eclipse.microprofile.openapi.annotations.media.Content;
import org.eclipse.microprofile.openapi.annotations.media.Schema;
import org.eclipse.microprofile.openapi.annotations.parameters.Parameter;
import org.eclipse.microprofile.openapi.annotations.parameters.RequestBody;
import org.eclipse.microprofile.openapi.annotations.responses.APIResponse;
import org.eclipse.microprofile.openapi.annotations.security.SecurityRequirement;
import org.eclipse.microprofile.openapi.annotations.tags.Tag;

/** The door for who keeps a request's signed links: sends one, revokes them, lets them follow a new address. */
@Path("/portal/v1/requests/{reference}/link")
@Produces({MediaType.APPLICATION_JSON, Problem.MEDIA_TYPE})
@RunOnVirtualThread
@SecurityRequirement(name = "bearer")
@Tag(name = "Self-service", description = "Requests made on a portal, and their status by reference.")
public class LinkResource {

    private final PortalRequests requests;
    private final Requesters requesters;
    private final SignedLinks links;
    private final HelpWords words;
    private final JsonBody json;

    LinkResource(PortalRequests requests, Requesters requesters, SignedLinks links, HelpWords words, JsonBody json) {
        this.requests = requests;
        this.requesters = requesters;
        this.links = links;
        this.words = words;
        this.json = json;
    }

    /** Where the customer reads mail from now on. */
    @Schema(name = "PortalAddress", additionalProperties = Schema.False.class)
    public record AddressForm(
            @NotBlank @Email @Size(max = 254) @Schema(examples = "marta.nowak@example.com")
            String email) {}

    @POST
    @Consumes(MediaType.WILDCARD)
    @RolesAllowed({"portal", "agent", "supervisor", "admin"})
    @Operation(
            operationId = "sendPortalLink",
            summary = "Mail the requester a signed link to the request",
            description = "It goes to the requester's address alone, and is in no answer. An address that was never"
                    + " proved is written to once.")
    @APIResponse(responseCode = "202", description = "It is sent if the address may have it")
    @APIResponse(responseCode = "404", description = "No such reference")
    public Response send(@Parameter(example = "7K3M-Q0ZD-2F9T-XW5B") @PathParam("reference") String reference) {
        var request = requests.known(Viewer.SERVER, reference);
        links.send(request, words.nearest(request.language()));
        return Response.accepted().build();
    }

    @DELETE
    @RolesAllowed({"portal", "agent", "supervisor", "admin"})
    @Operation(
            operationId = "revokePortalLinks",
            summary = "Revoke the request's signed links",
            description = "Browsers that came by one see the request no longer.")
    @APIResponse(responseCode = "204", description = "None is good any more")
    @APIResponse(responseCode = "404", description = "No such reference")
    public void revoke(@Parameter(example = "7K3M-Q0ZD-2F9T-XW5B") @PathParam("reference") String reference) {
        links.revoke(requests.known(Viewer.SERVER, reference).contactId());
    }

    @PUT
    @Path("address")
    @Consumes(MediaType.APPLICATION_JSON)
    @RolesAllowed("portal")
    @Operation(
            operationId = "readdressPortalRequest",
            summary = "The requester has another address",
            description =
                    "Links sent to the one before are revoked, and a new one is mailed to the new one, which counts"
                            + " as claimed.")
    @APIResponse(responseCode = "202", description = "The link is sent if the address may have it")
    @APIResponse(responseCode = "404", description = "No such reference")
    public Response readdress(
            @Parameter(example = "7K3M-Q0ZD-2F9T-XW5B") @PathParam("reference") String reference,
            @RequestBody(required = true, content = @Content(schema = @Schema(implementation = AddressForm.class)))
                    byte[] body)
            throws JsonProcessingException {
        var email = json.read(body, AddressForm.class).email();
        var request = requests.known(Viewer.SERVER, reference);
        links.revoke(request.contactId());
        requesters.readdress(request, email);
        links.send(requests.known(Viewer.SERVER, reference), words.nearest(request.language()));
        return Response.accepted().build();
    }
}
