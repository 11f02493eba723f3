package io.carryon.gateway.selfservice;

import io.carryon.gateway.contact.Archive;
import io.carryon.gateway.door.Downloads;
import io.carryon.gateway.problem.ProblemException;
import io.quarkus.security.identity.SecurityIdentity;
import io.smallrye.common.annotation.RunOnVirtualThread;
import jakarta.annotation.security.RolesAllowed;
import jakarta.ws.rs.GET;
import jakarta.ws.rs.Path;
import jakarta.ws.rs.PathParam;
import jakarta.ws.rs.Produces;
import jakarta.ws.rs.core.MediaType;
import jakarta.ws.rs.core.Response;
import java.util.UUID;
import org.eclipse.microprofile.openapi.annotations.Operation;
import org.eclipse.microprofile.openapi.annotations.parameters.Parameter;
import org.eclipse.microprofile.openapi.annotations.responses.APIResponse;
import org.eclipse.microprofile.openapi.annotations.security.SecurityRequirement;
import org.eclipse.microprofile.openapi.annotations.tags.Tag;

/** The door to files of requests. */
@Path(PortalRequests.PATH + "/{reference}/files")
@RolesAllowed({"portal", Viewer.CUSTOMER, Viewer.GUEST})
@RunOnVirtualThread
@SecurityRequirement(name = "bearer")
@Tag(name = "Self-service", description = "Requests made on a portal, and their status by reference.")
public class PortalFileResource {

    private final PortalViews views;
    private final Archive archive;
    private final SecurityIdentity identity;

    PortalFileResource(PortalViews views, Archive archive, SecurityIdentity identity) {
        this.views = views;
        this.archive = archive;
        this.identity = identity;
    }

    @GET
    @Path("{file}")
    @Produces(MediaType.WILDCARD)
    @Operation(
            operationId = "getPortalFile",
            summary = "Download a file of a request",
            description = "The customer's and support's, of this request only.")
    @APIResponse(responseCode = "200", description = "The bytes, always as a download")
    @APIResponse(responseCode = "404", description = "No such reference, or no such file of it")
    public Response download(
            @Parameter(example = "7K3M-Q0ZD-2F9T-XW5B") @PathParam("reference") String reference,
            @PathParam("file") UUID id) {
        var file = views.file(Viewer.of(identity), reference, id);
        return Downloads.answer(
                archive.open(file.sha256())
                        .orElseThrow(() -> ProblemException.notFound("The file is not kept any more.")),
                file.mediaType(),
                file.name());
    }
}
