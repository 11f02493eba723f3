package io.carryon.gateway.selfservice;

import io.carryon.gateway.door.Caller;
import io.carryon.gateway.door.FileUpload;
import io.carryon.gateway.problem.Problem;
import io.quarkus.security.identity.SecurityIdentity;
import io.smallrye.common.annotation.RunOnVirtualThread;
import jakarta.annotation.security.RolesAllowed;
import jakarta.validation.constraints.NotBlank;
import jakarta.validation.constraints.Size;
import jakarta.ws.rs.Consumes;
import jakarta.ws.rs.HeaderParam;
import jakarta.ws.rs.POST;
import jakarta.ws.rs.Path;
import jakarta.ws.rs.Produces;
import jakarta.ws.rs.QueryParam;
import jakarta.ws.rs.core.HttpHeaders;
import jakarta.ws.rs.core.MediaType;
import jakarta.ws.rs.core.Response;
import java.io.IOException;
import java.io.InputStream;
import org.eclipse.microprofile.openapi.annotations.Operation;
import org.eclipse.microprofile.openapi.annotations.enums.SchemaType;
import org.eclipse.microprofile.openapi.annotations.media.Content;
import org.eclipse.microprofile.openapi.annotations.media.Schema;
import org.eclipse.microprofile.openapi.annotations.parameters.Parameter;
import org.eclipse.microprofile.openapi.annotations.parameters.RequestBody;
import org.eclipse.microprofile.openapi.annotations.responses.APIResponse;
import org.eclipse.microprofile.openapi.annotations.security.SecurityRequirement;
import org.eclipse.microprofile.openapi.annotations.tags.Tag;

/** The door for files that a request or a message is to name. */
@Path(PortalUploadResource.PATH)
@RolesAllowed({"portal", Viewer.CUSTOMER, Viewer.GUEST})
@RunOnVirtualThread
@SecurityRequirement(name = "bearer")
@Tag(name = "Self-service", description = "Requests made on a portal, and their status by reference.")
public class PortalUploadResource {

    static final String PATH = "/portal/v1/files";

    private final PortalFiles files;
    private final Caller caller;
    private final SecurityIdentity identity;

    PortalUploadResource(PortalFiles files, Caller caller, SecurityIdentity identity) {
        this.files = files;
        this.caller = caller;
        this.identity = identity;
    }

    @POST
    @Consumes(MediaType.WILDCARD)
    @Produces({MediaType.APPLICATION_JSON, Problem.MEDIA_TYPE})
    @Operation(
            operationId = "uploadPortalFile",
            summary = "Upload a file, to be named by a request or a message",
            description = "What it is its content tells. What no message names for a day is taken out again.")
    @RequestBody(
            description = "The bytes; 18,000,000 at most",
            content =
                    @Content(
                            mediaType = "application/octet-stream",
                            schema = @Schema(type = SchemaType.STRING, format = "binary")))
    @APIResponse(
            responseCode = "201",
            description = "It is kept",
            content = @Content(mediaType = "application/json", schema = @Schema(implementation = PortalFile.class)))
    @APIResponse(responseCode = "413", description = "Too large")
    @APIResponse(responseCode = "415", description = "A kind of file that is not taken: programs, scripts, web pages")
    @APIResponse(responseCode = "429", description = "Too many files of yours wait for a message")
    public Response upload(
            @QueryParam("name") @NotBlank @Size(max = 255) @Parameter(example = "invoice.pdf") String name,
            @HeaderParam(HttpHeaders.CONTENT_TYPE) @Parameter(hidden = true) String type,
            InputStream body)
            throws IOException {
        FileUpload.refuseForm(type);
        var owner = PortalRequests.ownerOf(Viewer.of(identity), caller.client());
        return Response.status(Response.Status.CREATED)
                .entity(files.upload(owner, name, body))
                .build();
    }
}
