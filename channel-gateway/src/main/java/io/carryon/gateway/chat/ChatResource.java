package io.carryon.gateway.chat;

import com.fasterxml.jackson.core.JsonProcessingException;
import io.carryon.gateway.door.Caller;
import io.carryon.gateway.door.IdempotencyKey;
import io.carryon.gateway.door.JsonBody;
import io.carryon.gateway.problem.Problem;
import io.smallrye.common.annotation.RunOnVirtualThread;
import jakarta.annotation.security.RolesAllowed;
import jakarta.ws.rs.Consumes;
import jakarta.ws.rs.HeaderParam;
import jakarta.ws.rs.POST;
import jakarta.ws.rs.Path;
import jakarta.ws.rs.Produces;
import jakarta.ws.rs.core.MediaType;
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

/** The door for sites that offer the chat; the conversation itself goes over the socket. */
@Path("/v1/chat/sessions")
@Produces({MediaType.APPLICATION_JSON, Problem.MEDIA_TYPE})
@Consumes(MediaType.APPLICATION_JSON)
@RunOnVirtualThread
@SecurityRequirement(name = "bearer")
@Tag(name = "Chat", description = "Sessions for visitors; the frames of the socket are in the service's README.")
public class ChatResource {

    private static final String EXAMPLE = """
            {
              "visitor": {"name": "Marta Nowak", "email": "marta.nowak@example.com", "verified": true},
              "pageUrl": "https://www.example.com/invoices",
              "language": "pl"
            }
            """;

    private final ChatSessions sessions;
    private final JsonBody json;
    private final Caller caller;

    public ChatResource(ChatSessions sessions, JsonBody json, Caller caller) {
        this.sessions = sessions;
        this.json = json;
        this.caller = caller;
    }

    @POST
    @RolesAllowed("portal")
    @Operation(
            operationId = "openChat",
            summary = "Open a chat for a visitor",
            description =
                    "Hand the token to the visitor's browser only. The same key with the same bytes answers the same.")
    @APIResponse(
            responseCode = "201",
            description = "Open, now or under this key before",
            content = @Content(schema = @Schema(implementation = SessionOpened.class)))
    @APIResponse(
            responseCode = "400",
            description = "Malformed, or fields are wrong",
            content = @Content(mediaType = Problem.MEDIA_TYPE, schema = @Schema(implementation = Problem.class)))
    @APIResponse(
            responseCode = "401",
            description = "No valid token",
            content = @Content(mediaType = Problem.MEDIA_TYPE, schema = @Schema(implementation = Problem.class)))
    @APIResponse(
            responseCode = "403",
            description = "The role does not allow it",
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
    @APIResponse(
            responseCode = "503",
            description = "Nothing was stored; send the same call again after Retry-After",
            content = @Content(mediaType = Problem.MEDIA_TYPE, schema = @Schema(implementation = Problem.class)))
    public RestResponse<SessionOpened> open(
            @Parameter(
                            description = "Fresh per chat, the same with each retry.",
                            required = true,
                            example = "0d9c6a3e-93c8-4be8-9d55-6bb2a5d0c1f7",
                            schema = @Schema(type = SchemaType.STRING, maxLength = 255))
                    @HeaderParam(IdempotencyKey.HEADER)
                    String key,
            @RequestBody(
                            required = true,
                            content =
                                    @Content(
                                            mediaType = MediaType.APPLICATION_JSON,
                                            schema = @Schema(implementation = ChatSessionForm.class),
                                            examples = @ExampleObject(name = "signed-in", value = EXAMPLE)))
                    byte[] body)
            throws JsonProcessingException {
        var idempotencyKey = IdempotencyKey.of(key);
        var form = json.read(body, ChatSessionForm.class);
        return RestResponse.status(
                RestResponse.Status.CREATED, sessions.open(caller.client(), idempotencyKey, form, body));
    }
}
