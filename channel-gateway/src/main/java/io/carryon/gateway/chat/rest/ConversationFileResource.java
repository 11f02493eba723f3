package io.carryon.gateway.chat.rest;

import io.carryon.gateway.chat.ChatUploads;
import io.carryon.gateway.chat.ShownFile;
import io.carryon.gateway.door.Downloads;
import io.carryon.gateway.door.FileUpload;
import io.carryon.gateway.guard.ClientAddress;
import io.carryon.gateway.guard.Guard;
import io.carryon.gateway.problem.Problem;
import io.smallrye.common.annotation.RunOnVirtualThread;
import io.vertx.core.http.HttpServerRequest;
import jakarta.annotation.security.PermitAll;
import jakarta.validation.constraints.NotBlank;
import jakarta.validation.constraints.Size;
import jakarta.ws.rs.Consumes;
import jakarta.ws.rs.GET;
import jakarta.ws.rs.HeaderParam;
import jakarta.ws.rs.POST;
import jakarta.ws.rs.Path;
import jakarta.ws.rs.PathParam;
import jakarta.ws.rs.Produces;
import jakarta.ws.rs.QueryParam;
import jakarta.ws.rs.core.Context;
import jakarta.ws.rs.core.HttpHeaders;
import jakarta.ws.rs.core.MediaType;
import jakarta.ws.rs.core.Response;
import java.io.IOException;
import java.io.InputStream;
import java.net.URI;
import java.util.UUID;
import org.eclipse.microprofile.openapi.annotations.Operation;
import org.eclipse.microprofile.openapi.annotations.enums.SchemaType;
import org.eclipse.microprofile.openapi.annotations.media.Content;
import org.eclipse.microprofile.openapi.annotations.media.Schema;
import org.eclipse.microprofile.openapi.annotations.parameters.Parameter;
import org.eclipse.microprofile.openapi.annotations.parameters.RequestBody;
import org.eclipse.microprofile.openapi.annotations.responses.APIResponse;
import org.eclipse.microprofile.openapi.annotations.security.SecurityRequirement;
import org.eclipse.microprofile.openapi.annotations.tags.Tag;

/** The files of a chat, for its visitor. */
@Path(ConversationFileResource.PATH)
@PermitAll
@RunOnVirtualThread
@SecurityRequirement(name = ConversationResource.TOKEN)
@Tag(name = "Chat conversation")
public class ConversationFileResource {

    static final String PATH = ConversationResource.PATH + "/files";

    private static final String GUARDED = "chat-file";

    private final ChatDoor door;
    private final ChatUploads uploads;
    private final Guard guard;

    public ConversationFileResource(ChatDoor door, ChatUploads uploads, Guard guard) {
        this.door = door;
        this.uploads = uploads;
        this.guard = guard;
    }

    @POST
    @Consumes(MediaType.WILDCARD)
    @Produces({MediaType.APPLICATION_JSON, Problem.MEDIA_TYPE})
    @Operation(
            operationId = "uploadConversationFile",
            summary = "Upload a file for a message",
            description = "What it is its bytes say. What no message has taken for a day is taken out again.")
    @RequestBody(
            description = "The bytes of the file; 10,000,000 at most",
            content =
                    @Content(
                            mediaType = "application/octet-stream",
                            schema = @Schema(type = SchemaType.STRING, format = "binary")))
    @APIResponse(
            responseCode = "201",
            description = "It is kept; a message may name it",
            content = @Content(mediaType = "application/json", schema = @Schema(implementation = ShownFile.class)))
    @APIResponse(responseCode = "409", description = "The chat has all the files it can hold, or has ended")
    @APIResponse(responseCode = "413", description = "Too large")
    @APIResponse(responseCode = "415", description = "A program, markup, or nothing known")
    @APIResponse(responseCode = "429", description = "Too many of this address or network; see Retry-After")
    public Response upload(
            @Context HttpServerRequest request,
            @HeaderParam(ChatDoor.HEADER) @Parameter(hidden = true) String token,
            @HeaderParam(HttpHeaders.CONTENT_TYPE) @Parameter(hidden = true) String type,
            @QueryParam("name") @NotBlank @Size(max = 255) @Parameter(example = "invoice-may.pdf") String name,
            InputStream body)
            throws IOException {
        var session = door.enter(token);
        guard.admit(GUARDED, ClientAddress.of(request));
        FileUpload.refuseForm(type);
        var file = ShownFile.of(uploads.upload(session, name, body));
        return Response.created(URI.create(file.url())).entity(file).build();
    }

    @GET
    @Path("{file}")
    @Produces(MediaType.WILDCARD)
    @Operation(
            operationId = "getConversationFile",
            summary = "Download a file of the chat",
            description = "The visitor's and support's, of this chat only.")
    @APIResponse(responseCode = "200", description = "The bytes, always as a download")
    @APIResponse(responseCode = "404", description = "No such file in this chat")
    public Response download(
            @HeaderParam(ChatDoor.HEADER) @Parameter(hidden = true) String token,
            @Parameter(example = "0197c1a0-4c1e-7d50-8e06-6a7f0f6f4a10") @PathParam("file") UUID id) {
        var opened = uploads.open(door.enter(token), id);
        return Downloads.answer(
                opened.bytes(), opened.file().mediaType(), opened.file().name());
    }
}
