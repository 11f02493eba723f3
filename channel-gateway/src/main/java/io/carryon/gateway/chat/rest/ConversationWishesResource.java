package io.carryon.gateway.chat.rest;

import com.fasterxml.jackson.core.JsonProcessingException;
import io.carryon.gateway.chat.ChatCallbacks;
import io.carryon.gateway.chat.ChatQuestions;
import io.carryon.gateway.door.JsonBody;
import io.carryon.gateway.problem.Problem;
import io.carryon.gateway.recognition.AnswerForm;
import io.carryon.gateway.recognition.AnswerTaken;
import io.smallrye.common.annotation.RunOnVirtualThread;
import jakarta.annotation.security.PermitAll;
import jakarta.ws.rs.Consumes;
import jakarta.ws.rs.GET;
import jakarta.ws.rs.HeaderParam;
import jakarta.ws.rs.POST;
import jakarta.ws.rs.Path;
import jakarta.ws.rs.Produces;
import jakarta.ws.rs.core.MediaType;
import org.eclipse.microprofile.openapi.annotations.Operation;
import org.eclipse.microprofile.openapi.annotations.media.Content;
import org.eclipse.microprofile.openapi.annotations.media.Schema;
import org.eclipse.microprofile.openapi.annotations.parameters.Parameter;
import org.eclipse.microprofile.openapi.annotations.parameters.RequestBody;
import org.eclipse.microprofile.openapi.annotations.responses.APIResponse;
import org.eclipse.microprofile.openapi.annotations.security.SecurityRequirement;
import org.eclipse.microprofile.openapi.annotations.tags.Tag;

/** What else a visitor may want or be asked, without a socket. */
@Path(ConversationResource.PATH)
@Produces({MediaType.APPLICATION_JSON, Problem.MEDIA_TYPE})
@PermitAll
@RunOnVirtualThread
@SecurityRequirement(name = ConversationResource.TOKEN)
@Tag(name = "Chat conversation")
public class ConversationWishesResource {

    private final ChatDoor door;
    private final ChatQuestions questions;
    private final ChatCallbacks callbacks;
    private final JsonBody json;

    public ConversationWishesResource(ChatDoor door, ChatQuestions questions, ChatCallbacks callbacks, JsonBody json) {
        this.door = door;
        this.questions = questions;
        this.callbacks = callbacks;
        this.json = json;
    }

    @POST
    @Path("recognition")
    @Consumes(MediaType.APPLICATION_JSON)
    @Operation(
            operationId = "answerConversationRecognition",
            summary = "Answer the recognition question",
            description = "200 means durable. May be repeated; another answer replaces the one before.")
    @APIResponse(
            responseCode = "200",
            description = "The answer that counts now",
            content = @Content(schema = @Schema(implementation = AnswerTaken.class)))
    @APIResponse(responseCode = "409", description = "Nothing was asked in this chat")
    public AnswerTaken answer(
            @HeaderParam(ChatDoor.HEADER) @Parameter(hidden = true) String token,
            @RequestBody(
                            required = true,
                            content =
                                    @Content(
                                            mediaType = MediaType.APPLICATION_JSON,
                                            schema = @Schema(implementation = AnswerForm.class)))
                    byte[] body)
            throws JsonProcessingException {
        var session = door.enter(token);
        return questions.answer(session, json.read(body, AnswerForm.class).same());
    }

    @GET
    @Path("callback/slots")
    @Operation(operationId = "conversationCallbackSlots", summary = "The times in which the visitor may be called back")
    @APIResponse(
            responseCode = "200",
            description = "The next 20 that have room",
            content = @Content(schema = @Schema(implementation = Receipts.Slots.class)))
    public Receipts.Slots slots(@HeaderParam(ChatDoor.HEADER) @Parameter(hidden = true) String token) {
        door.enter(token);
        return Receipts.Slots.of(callbacks.slots());
    }

    @POST
    @Path("callback")
    @Consumes(MediaType.APPLICATION_JSON)
    @Operation(
            operationId = "requestConversationCallback",
            summary = "Be called back instead",
            description =
                    "200 means durable. One callback is live for a chat and its ticket: asked again, it is moved.")
    @APIResponse(
            responseCode = "200",
            description = "Booked",
            content = @Content(schema = @Schema(implementation = Receipts.Booked.class)))
    @APIResponse(responseCode = "409", description = "No slot within these times has room, or the chat has ended")
    public Receipts.Booked callBack(
            @HeaderParam(ChatDoor.HEADER) @Parameter(hidden = true) String token,
            @RequestBody(
                            required = true,
                            content =
                                    @Content(
                                            mediaType = MediaType.APPLICATION_JSON,
                                            schema = @Schema(implementation = Forms.CallBack.class)))
                    byte[] body)
            throws JsonProcessingException {
        var session = door.enter(token);
        var form = json.read(body, Forms.CallBack.class);
        return Receipts.Booked.of(callbacks.book(session, form.number(), form.notBefore(), form.notAfter()));
    }
}
