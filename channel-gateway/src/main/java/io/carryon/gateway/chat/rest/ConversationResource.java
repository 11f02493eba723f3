package io.carryon.gateway.chat.rest;

import com.fasterxml.jackson.core.JsonProcessingException;
import io.carryon.gateway.chat.ChatHandoffs;
import io.carryon.gateway.chat.ChatReadings;
import io.carryon.gateway.chat.ChatTalk;
import io.carryon.gateway.chat.VisitorMessage;
import io.carryon.gateway.chat.activity.VisitorTyping;
import io.carryon.gateway.door.JsonBody;
import io.carryon.gateway.problem.Problem;
import io.smallrye.common.annotation.RunOnVirtualThread;
import jakarta.annotation.security.PermitAll;
import jakarta.validation.constraints.Max;
import jakarta.validation.constraints.Min;
import jakarta.ws.rs.Consumes;
import jakarta.ws.rs.DefaultValue;
import jakarta.ws.rs.GET;
import jakarta.ws.rs.HeaderParam;
import jakarta.ws.rs.POST;
import jakarta.ws.rs.Path;
import jakarta.ws.rs.Produces;
import jakarta.ws.rs.QueryParam;
import jakarta.ws.rs.core.MediaType;
import org.eclipse.microprofile.openapi.annotations.Operation;
import org.eclipse.microprofile.openapi.annotations.enums.SecuritySchemeIn;
import org.eclipse.microprofile.openapi.annotations.enums.SecuritySchemeType;
import org.eclipse.microprofile.openapi.annotations.media.Content;
import org.eclipse.microprofile.openapi.annotations.media.Schema;
import org.eclipse.microprofile.openapi.annotations.parameters.Parameter;
import org.eclipse.microprofile.openapi.annotations.parameters.RequestBody;
import org.eclipse.microprofile.openapi.annotations.responses.APIResponse;
import org.eclipse.microprofile.openapi.annotations.security.SecurityRequirement;
import org.eclipse.microprofile.openapi.annotations.security.SecurityScheme;
import org.eclipse.microprofile.openapi.annotations.tags.Tag;

/** The socket's frames for browsers that have none. */
@Path(ConversationResource.PATH)
@Produces({MediaType.APPLICATION_JSON, Problem.MEDIA_TYPE})
@PermitAll
@RunOnVirtualThread
@SecurityScheme(
        securitySchemeName = ConversationResource.TOKEN,
        type = SecuritySchemeType.APIKEY,
        in = SecuritySchemeIn.HEADER,
        apiKeyName = ChatDoor.HEADER,
        description = "The sessionToken of an open chat")
@SecurityRequirement(name = ConversationResource.TOKEN)
@Tag(name = "Chat conversation", description = "What a visitor's browser may do with its chat's token.")
public class ConversationResource {

    static final String PATH = "/v1/chat/conversation";
    static final String TOKEN = "chatToken";

    private final ChatDoor door;
    private final Conversations conversations;
    private final ChatTalk talk;
    private final ChatReadings readings;
    private final ChatHandoffs handoffs;
    private final VisitorTyping typing;
    private final JsonBody json;

    public ConversationResource(
            ChatDoor door,
            Conversations conversations,
            ChatTalk talk,
            ChatReadings readings,
            ChatHandoffs handoffs,
            VisitorTyping typing,
            JsonBody json) {
        this.door = door;
        this.conversations = conversations;
        this.talk = talk;
        this.readings = readings;
        this.handoffs = handoffs;
        this.typing = typing;
        this.json = json;
    }

    @GET
    @Operation(
            operationId = "getConversation",
            summary = "What was said after a place, and where the chat stands",
            description = "Asked again with the last seq it gave, it misses nothing.")
    @APIResponse(
            responseCode = "200",
            description = "The messages in order, each once",
            content = @Content(schema = @Schema(implementation = Conversation.class)))
    public Conversation conversation(
            @HeaderParam(ChatDoor.HEADER) @Parameter(hidden = true) String token,
            @Parameter(description = "seq of the last message the browser has", example = "0")
                    @QueryParam("after")
                    @DefaultValue("0")
                    @Min(0)
                    int after,
            @Parameter(example = "50") @QueryParam("limit") @DefaultValue("50") @Min(1) @Max(100) int limit) {
        return conversations.of(door.enter(token), after, limit);
    }

    @POST
    @Path("messages")
    @Consumes(MediaType.APPLICATION_JSON)
    @Operation(
            operationId = "sayInConversation",
            summary = "Say something",
            description = "200 means durable. The same clientId is the same message, sent again as often as need be.")
    @APIResponse(
            responseCode = "200",
            description = "Its place in the conversation",
            content = @Content(schema = @Schema(implementation = Receipts.Ack.class)))
    @APIResponse(responseCode = "409", description = "The chat has ended, or is full")
    @APIResponse(
            responseCode = "422",
            description = "The clientId was used with other content, or a file is not there to be sent")
    public Receipts.Ack say(
            @HeaderParam(ChatDoor.HEADER) @Parameter(hidden = true) String token,
            @RequestBody(
                            required = true,
                            content =
                                    @Content(
                                            mediaType = MediaType.APPLICATION_JSON,
                                            schema = @Schema(implementation = VisitorMessage.class)))
                    byte[] body)
            throws JsonProcessingException {
        var session = door.enter(token);
        return Receipts.Ack.of(talk.say(session, json.read(body, VisitorMessage.class)));
    }

    @POST
    @Path("typing")
    @Consumes(MediaType.APPLICATION_JSON)
    @Operation(
            operationId = "typeInConversation",
            summary = "Show support that the visitor types",
            description = "Shown for five seconds, never stored. More than one in 1.5 s is passed over.")
    @APIResponse(responseCode = "204", description = "Taken")
    public void type(
            @HeaderParam(ChatDoor.HEADER) @Parameter(hidden = true) String token,
            @RequestBody(
                            required = true,
                            content =
                                    @Content(
                                            mediaType = MediaType.APPLICATION_JSON,
                                            schema = @Schema(implementation = Forms.Typing.class)))
                    byte[] body)
            throws JsonProcessingException {
        var session = door.enter(token);
        typing.typing(session, json.read(body, Forms.Typing.class).on());
    }

    @POST
    @Path("read")
    @Consumes(MediaType.APPLICATION_JSON)
    @Operation(
            operationId = "readConversation",
            summary = "Say that everything up to a place was shown",
            description = "Support's answers among it are delivered then.")
    @APIResponse(responseCode = "204", description = "Taken")
    public void read(
            @HeaderParam(ChatDoor.HEADER) @Parameter(hidden = true) String token,
            @RequestBody(
                            required = true,
                            content =
                                    @Content(
                                            mediaType = MediaType.APPLICATION_JSON,
                                            schema = @Schema(implementation = Forms.Read.class)))
                    byte[] body)
            throws JsonProcessingException {
        var session = door.enter(token);
        readings.shown(session, json.read(body, Forms.Read.class).upToSeq());
    }

    @POST
    @Path("handoff")
    @Consumes(MediaType.APPLICATION_JSON)
    @Operation(
            operationId = "handOffConversation",
            summary = "Ask for a person",
            description = "200 means durable. Asked again, it is the first one.")
    @APIResponse(
            responseCode = "200",
            description = "Since when support knows it",
            content = @Content(schema = @Schema(implementation = Receipts.Since.class)))
    public Receipts.Since handOff(
            @HeaderParam(ChatDoor.HEADER) @Parameter(hidden = true) String token,
            @RequestBody(
                            required = true,
                            content =
                                    @Content(
                                            mediaType = MediaType.APPLICATION_JSON,
                                            schema = @Schema(implementation = Forms.Handoff.class)))
                    byte[] body)
            throws JsonProcessingException {
        var session = door.enter(token);
        return new Receipts.Since(
                handoffs.handOff(session, json.read(body, Forms.Handoff.class).reason()));
    }

    @POST
    @Path("end")
    @Operation(operationId = "endConversation", summary = "Leave for good; the token opens nothing any more")
    @APIResponse(
            responseCode = "200",
            description = "Since when it has ended",
            content = @Content(schema = @Schema(implementation = Receipts.Since.class)))
    public Receipts.Since end(@HeaderParam(ChatDoor.HEADER) @Parameter(hidden = true) String token) {
        return new Receipts.Since(talk.end(door.enter(token)));
    }
}
