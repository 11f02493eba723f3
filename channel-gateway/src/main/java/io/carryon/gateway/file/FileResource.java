package io.carryon.gateway.file;

import io.carryon.gateway.contact.Archive;
import io.carryon.gateway.door.FileUpload;
import io.carryon.gateway.problem.ProblemException;
import io.quarkus.security.identity.SecurityIdentity;
import io.smallrye.common.annotation.RunOnVirtualThread;
import jakarta.annotation.security.RolesAllowed;
import jakarta.validation.constraints.NotBlank;
import jakarta.validation.constraints.Pattern;
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
import java.net.URI;
import java.util.Locale;
import org.eclipse.microprofile.openapi.annotations.Operation;
import org.eclipse.microprofile.openapi.annotations.enums.SchemaType;
import org.eclipse.microprofile.openapi.annotations.media.Content;
import org.eclipse.microprofile.openapi.annotations.media.Schema;
import org.eclipse.microprofile.openapi.annotations.parameters.Parameter;
import org.eclipse.microprofile.openapi.annotations.parameters.RequestBody;
import org.eclipse.microprofile.openapi.annotations.responses.APIResponse;
import org.eclipse.microprofile.openapi.annotations.security.SecurityRequirement;
import org.eclipse.microprofile.openapi.annotations.tags.Tag;

/** Where staff put a file before they send a reply with it. */
@Path(FileResource.PATH)
@RolesAllowed({"agent", "supervisor", "admin"})
@SecurityRequirement(name = "bearer")
@Tag(name = "Files")
@RunOnVirtualThread
public class FileResource {

    static final String PATH = "/v1/files";

    private static final java.util.regex.Pattern MEDIA_TYPE =
            java.util.regex.Pattern.compile("[a-z0-9.+-]{1,100}/[a-z0-9.+-]{1,100}");

    private final Archive archive;
    private final UploadedFiles files;
    private final SecurityIdentity identity;

    FileResource(Archive archive, UploadedFiles files, SecurityIdentity identity) {
        this.archive = archive;
        this.files = files;
        this.identity = identity;
    }

    /** A file that is kept, as a reply names it. */
    @Schema(name = "UploadedFile")
    public record UploadedFile(
            @Schema(examples = "9f86d081884c7d659a2feaa0c55ad015a3bf4f1b2b0b822cd15d6c15b0f00a08")
            String sha256,

            @Schema(examples = "offer.pdf") String name,
            @Schema(examples = "application/pdf") String mediaType,

            @Schema(description = "In bytes", examples = "20417")
            long size) {}

    @POST
    @Consumes(MediaType.WILDCARD)
    @Produces(MediaType.APPLICATION_JSON)
    @Operation(
            operationId = "uploadFile",
            summary = "Upload a file for a reply",
            description =
                    "The answer is what the ticket service takes in a reply's attachments. What no reply has taken for"
                            + " seven days is taken out again.")
    @RequestBody(
            description = "The bytes, with their media type as Content-Type; 18,000,000 at most",
            content =
                    @Content(
                            mediaType = "application/octet-stream",
                            schema = @Schema(type = SchemaType.STRING, format = "binary")))
    @APIResponse(
            responseCode = "201",
            description = "It is kept",
            content = @Content(mediaType = "application/json", schema = @Schema(implementation = UploadedFile.class)))
    @APIResponse(responseCode = "400", description = "No name, or an empty file")
    @APIResponse(responseCode = "413", description = "Too large")
    @APIResponse(responseCode = "415", description = "A form, not the file itself")
    public Response upload(
            @QueryParam("name")
                    @NotBlank
                    @Size(max = 255)
                    @Pattern(
                            regexp = "[^\\x00-\\x1f\\x7f/\\\\]*",
                            message = "must be a name without path or control characters")
                    @Parameter(example = "offer.pdf")
                    String name,
            @HeaderParam(HttpHeaders.CONTENT_TYPE) @Parameter(hidden = true) String type,
            InputStream body)
            throws IOException {
        var mediaType = mediaType(type);
        FileUpload.refuseForm(mediaType);
        var kept = archive.store(body, mediaType);
        if (kept.size() == 0) {
            throw ProblemException.of(400, "empty-file", "The file is empty", "Send its bytes as the body.");
        }
        files.note(kept.sha256(), identity.getPrincipal().getName());
        return Response.created(URI.create("/v1/originals/" + kept.sha256()))
                .entity(new UploadedFile(kept.sha256(), name, kept.mediaType(), kept.size()))
                .build();
    }

    /** Without its parameters; what is none is taken as bytes. */
    private static String mediaType(String given) {
        var type = given == null ? "" : given.split(";", 2)[0].strip().toLowerCase(Locale.ROOT);
        return MEDIA_TYPE.matcher(type).matches() ? type : MediaType.APPLICATION_OCTET_STREAM;
    }
}
