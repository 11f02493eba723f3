package io.carryon.gateway.chat;

import com.fasterxml.jackson.annotation.JsonInclude;
import com.fasterxml.jackson.core.JsonProcessingException;
import io.carryon.gateway.door.Caller;
import io.carryon.gateway.door.JsonBody;
import io.carryon.gateway.problem.Problem;
import io.carryon.gateway.recognition.AnswerForm;
import io.carryon.gateway.recognition.AnswerTaken;
import io.carryon.gateway.recognition.QuestionShown;
import io.smallrye.common.annotation.RunOnVirtualThread;
import jakarta.annotation.security.RolesAllowed;
import jakarta.ws.rs.Consumes;
import jakarta.ws.rs.GET;
import jakarta.ws.rs.POST;
import jakarta.ws.rs.Path;
import jakarta.ws.rs.PathParam;
import jakarta.ws.rs.Produces;
import jakarta.ws.rs.core.MediaType;
import java.util.UUID;
import org.eclipse.microprofile.openapi.annotations.Operation;
import org.eclipse.microprofile.openapi.annotations.media.Content;
import org.eclipse.microprofile.openapi.annotations.media.Schema;
import org.eclipse.microprofile.openapi.annotations.parameters.Parameter;
import org.eclipse.microprofile.openapi.annotations.parameters.RequestBody;
import org.eclipse.microprofile.openapi.annotations.responses.APIResponse;
import org.eclipse.microprofile.openapi.annotations.security.SecurityRequirement;
import org.eclipse.microprofile.openapi.annotations.tags.Tag;

/** The socket's recognition frames for sites that ask on a page of their own. */
@Path("/v1/chat/sessions/{sessionId}/recognition")
@Produces({MediaType.APPLICATION_JSON, Problem.MEDIA_TYPE})
@RolesAllowed("portal")
@RunOnVirtualThread
@SecurityRequirement(name = "bearer")
@Tag(name = "Chat", description = "Sessions for visitors; the frames of the socket are in the service's README.")
public class ChatRecognitionResource {

    private final ChatQuestions recognition;
    private final JsonBody json;
    private final Caller caller;

    public ChatRecognitionResource(ChatQuestions recognition, JsonBody json, Caller caller) {
        this.recognition = recognition;
        this.json = json;
        this.caller = caller;
    }

    /** What the visitor is asked. */
    @Schema(name = "ChatRecognition")
    @JsonInclude(JsonInclude.Include.NON_NULL)
    public record Asked(
            @Schema(description = "Left out when there is nothing to ask, or it is answered.")
            QuestionShown recognitionQuestion) {}

    @GET
    @Operation(operationId = "getChatRecognition", summary = "The recognition question of a chat, while unanswered")
    @APIResponse(
            responseCode = "200",
            description = "What the visitor is asked, if anything",
            content = @Content(schema = @Schema(implementation = Asked.class)))
    @APIResponse(responseCode = "404", description = "No such chat of this site")
    public Asked asked(
            @Parameter(example = "6f3b0c52-7d1e-8a43-9a55-0f6c9f1e2d11") @PathParam("sessionId") UUID sessionId) {
        return new Asked(recognition.open(caller.client(), sessionId).orElse(null));
    }

    @POST
    @Consumes(MediaType.APPLICATION_JSON)
    @Operation(
            operationId = "answerChatRecognition",
            summary = "Answer the recognition question on the visitor's behalf",
            description = "200 means durable. May be repeated; another answer replaces the one before.")
    @APIResponse(
            responseCode = "200",
            description = "The answer that counts now",
            content = @Content(schema = @Schema(implementation = AnswerTaken.class)))
    @APIResponse(responseCode = "404", description = "No such chat of this site")
    @APIResponse(responseCode = "409", description = "Nothing was asked in this chat")
    public AnswerTaken answer(
            @Parameter(example = "6f3b0c52-7d1e-8a43-9a55-0f6c9f1e2d11") @PathParam("sessionId") UUID sessionId,
            @RequestBody(
                            required = true,
                            content =
                                    @Content(
                                            mediaType = MediaType.APPLICATION_JSON,
                                            schema = @Schema(implementation = AnswerForm.class)))
                    byte[] body)
            throws JsonProcessingException {
        var form = json.read(body, AnswerForm.class);
        return recognition.answer(caller.client(), sessionId, form.same());
    }
}
