package io.carryon.gateway.chat;

import com.fasterxml.jackson.core.JsonProcessingException;
import io.carryon.gateway.door.IdempotencyKey;
import io.carryon.gateway.door.Submissions;
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
import org.eclipse.microprofile.openapi.annotations.media.Content;
import org.eclipse.microprofile.openapi.annotations.media.ExampleObject;
import org.eclipse.microprofile.openapi.annotations.media.Schema;
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
    private final Submissions submissions;

    public ChatResource(ChatSessions sessions, Submissions submissions) {
        this.sessions = sessions;
        this.submissions = submissions;
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
    @APIResponse(responseCode = "422", description = "The key was used with another payload")
    public RestResponse<SessionOpened> open(
            @HeaderParam(IdempotencyKey.HEADER) String key,
            @RequestBody(
                            required = true,
                            content =
                                    @Content(
                                            mediaType = MediaType.APPLICATION_JSON,
                                            schema = @Schema(implementation = ChatSessionForm.class),
                                            examples = @ExampleObject(name = "signed-in", value = EXAMPLE)))
                    byte[] body)
            throws JsonProcessingException {
        return RestResponse.status(
                RestResponse.Status.CREATED, sessions.open(submissions.read(key, body, ChatSessionForm.class)));
    }
}
