package io.carryon.gateway.oversight;

import io.carryon.gateway.contact.Archive;
import io.carryon.gateway.door.Downloads;
import io.carryon.gateway.problem.ProblemException;
import io.smallrye.common.annotation.RunOnVirtualThread;
import jakarta.annotation.security.RolesAllowed;
import jakarta.validation.constraints.Pattern;
import jakarta.validation.constraints.Size;
import jakarta.ws.rs.GET;
import jakarta.ws.rs.Path;
import jakarta.ws.rs.Produces;
import jakarta.ws.rs.QueryParam;
import jakarta.ws.rs.core.MediaType;
import jakarta.ws.rs.core.Response;
import org.eclipse.microprofile.openapi.annotations.Operation;
import org.eclipse.microprofile.openapi.annotations.responses.APIResponse;
import org.eclipse.microprofile.openapi.annotations.security.SecurityRequirement;
import org.eclipse.microprofile.openapi.annotations.tags.Tag;

/** The bytes of a contact or of one of its attachments, by the hash that the contact names. */
@Path("/v1/originals")
@RolesAllowed({"agent", "supervisor", "admin"})
@SecurityRequirement(name = "bearer")
@Tag(name = "Originals")
@RunOnVirtualThread
public class OriginalsResource {

    private final Archive archive;

    OriginalsResource(Archive archive) {
        this.archive = archive;
    }

    @GET
    @Path("/{sha256}")
    @Produces(MediaType.WILDCARD)
    @Operation(
            summary = "Download an original or an attachment",
            description = "mediaType and name are those that the contact gives for the attachment.",
            operationId = "getOriginal")
    @APIResponse(responseCode = "200", description = "The bytes, always as a download")
    @APIResponse(responseCode = "404", description = "Nothing is kept under this hash")
    public Response original(
            @Pattern(regexp = "[0-9a-f]{64}") String sha256,
            @QueryParam("mediaType") @Size(max = 200) String mediaType,
            @QueryParam("name") @Size(max = 255) String name) {
        var content =
                archive.open(sha256).orElseThrow(() -> ProblemException.notFound("Nothing is kept under this hash."));
        return Downloads.answer(content, mediaType, name == null ? sha256 : name);
    }
}
