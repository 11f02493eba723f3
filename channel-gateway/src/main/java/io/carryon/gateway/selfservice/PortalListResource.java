package io.carryon.gateway.selfservice;

import io.carryon.gateway.door.QueryWords;
import io.carryon.gateway.problem.Problem;
import io.quarkus.security.identity.SecurityIdentity;
import io.smallrye.common.annotation.RunOnVirtualThread;
import jakarta.annotation.security.RolesAllowed;
import jakarta.validation.constraints.Size;
import jakarta.ws.rs.GET;
import jakarta.ws.rs.HeaderParam;
import jakarta.ws.rs.Path;
import jakarta.ws.rs.Produces;
import jakarta.ws.rs.QueryParam;
import jakarta.ws.rs.core.MediaType;
import org.eclipse.microprofile.openapi.annotations.Operation;
import org.eclipse.microprofile.openapi.annotations.enums.SchemaType;
import org.eclipse.microprofile.openapi.annotations.media.Content;
import org.eclipse.microprofile.openapi.annotations.media.Schema;
import org.eclipse.microprofile.openapi.annotations.parameters.Parameter;
import org.eclipse.microprofile.openapi.annotations.responses.APIResponse;
import org.eclipse.microprofile.openapi.annotations.security.SecurityRequirement;
import org.eclipse.microprofile.openapi.annotations.tags.Tag;

/** The door to a customer's list of requests. */
@Path(PortalRequests.PATH)
@Produces({MediaType.APPLICATION_JSON, Problem.MEDIA_TYPE})
@RunOnVirtualThread
@SecurityRequirement(name = "bearer")
@Tag(name = "Self-service", description = "Requests made on a portal, and their status by reference.")
public class PortalListResource {

    /** Names the customer whom a portal's server has signed in; a header, so that no log of addresses has it. */
    static final String EMAIL = "Carryon-Customer-Email";

    static final String ACCOUNT = "Carryon-Customer-Account";

    private final PortalViews views;
    private final SecurityIdentity identity;

    PortalListResource(PortalViews views, SecurityIdentity identity) {
        this.views = views;
        this.identity = identity;
    }

    @GET
    @RolesAllowed({"portal", Viewer.CUSTOMER, Viewer.GUEST})
    @Operation(
            operationId = "listPortalRequests",
            summary = "A customer's requests, those that changed last first",
            description = "A portal's server names the customer that it has signed in by one or both headers; a"
                    + " browser that is signed in here sees its own customer's.")
    @APIResponse(
            responseCode = "200",
            description = "A page of requests",
            content = @Content(schema = @Schema(implementation = PortalAnswers.Requests.class)))
    public PortalAnswers.Requests list(
            @Parameter(description = "The proved address.") @HeaderParam(EMAIL) @Size(max = 320) String email,
            @Parameter(description = "The proved account.") @HeaderParam(ACCOUNT) @Size(max = 200) String account,
            @Parameter(description = "The answer's next.") @QueryParam("cursor") String cursor,
            @Parameter(schema = @Schema(type = SchemaType.INTEGER, minimum = "1", maximum = "50", defaultValue = "20"))
                    @QueryParam("limit")
                    String limit) {
        var most = QueryWords.limit(limit, 20, 50);
        var viewer = Viewer.of(identity);
        return viewer.isServer() ? views.of(email, account, cursor, most) : views.own(viewer, cursor, most);
    }
}
