package io.carryon.gateway.phone.ivr;

import com.fasterxml.jackson.core.JsonProcessingException;
import io.carryon.gateway.door.JsonBody;
import io.carryon.gateway.phone.ToldTime;
import io.carryon.gateway.phone.line.AgentAnswer;
import io.carryon.gateway.phone.line.CallProgress;
import io.carryon.gateway.phone.line.HangUp;
import io.carryon.gateway.phone.line.IvrReceipts;
import io.carryon.gateway.phone.line.KeyedTicket;
import io.carryon.gateway.problem.Problem;
import io.smallrye.common.annotation.RunOnVirtualThread;
import jakarta.annotation.security.RolesAllowed;
import jakarta.validation.constraints.Pattern;
import jakarta.ws.rs.Consumes;
import jakarta.ws.rs.POST;
import jakarta.ws.rs.Path;
import jakarta.ws.rs.PathParam;
import jakarta.ws.rs.Produces;
import jakarta.ws.rs.core.MediaType;
import org.eclipse.microprofile.openapi.annotations.Operation;
import org.eclipse.microprofile.openapi.annotations.media.Content;
import org.eclipse.microprofile.openapi.annotations.media.ExampleObject;
import org.eclipse.microprofile.openapi.annotations.media.Schema;
import org.eclipse.microprofile.openapi.annotations.parameters.Parameter;
import org.eclipse.microprofile.openapi.annotations.parameters.RequestBody;
import org.eclipse.microprofile.openapi.annotations.responses.APIResponse;
import org.eclipse.microprofile.openapi.annotations.security.SecurityRequirement;
import org.eclipse.microprofile.openapi.annotations.tags.Tag;
import org.jboss.resteasy.reactive.ResponseStatus;

/** The door for what happens in a call: events, who answers, and a ticket's number by keypad. */
@Path("/v1/ivr/calls/{callId}")
@Produces({MediaType.APPLICATION_JSON, Problem.MEDIA_TYPE})
@Consumes(MediaType.APPLICATION_JSON)
@RolesAllowed("ivr")
@RunOnVirtualThread
@SecurityRequirement(name = "bearer")
@Tag(name = "Phone", description = "What a phone menu tells us of its calls, and what it is told.")
public class CallProgressResource {

    private final CallTelling telling;
    private final CallProgress progress;
    private final AgentAnswer answers;
    private final HangUp hangUp;
    private final KeyedTicket tickets;
    private final ToldTime time;
    private final JsonBody json;
    private final IvrClient caller;

    public CallProgressResource(
            CallTelling telling,
            CallProgress progress,
            AgentAnswer answers,
            HangUp hangUp,
            KeyedTicket tickets,
            ToldTime time,
            JsonBody json,
            IvrClient caller) {
        this.telling = telling;
        this.progress = progress;
        this.answers = answers;
        this.hangUp = hangUp;
        this.tickets = tickets;
        this.time = time;
        this.json = json;
        this.caller = caller;
    }

    @POST
    @Path("events")
    @ResponseStatus(202)
    @Operation(
            operationId = "tellOfCall",
            summary = "Something happened in the call",
            description =
                    "In any order and as often as you like: seq makes an event once. The call need not be known. What"
                            + " menu, input and speech told need not be said again at zero-out: it completes what is left out"
                            + " there.")
    @APIResponse(
            responseCode = "202",
            description = "The event is durable",
            content = @Content(schema = @Schema(implementation = IvrReceipts.EventTaken.class)))
    @APIResponse(
            responseCode = "409",
            description = "It happened after the call's end, recordings and transcripts excepted; or as many events as"
                    + " are kept were told of the call")
    @APIResponse(
            responseCode = "422",
            description = "A recording without the caller's consent, or whose address nobody can open")
    public IvrReceipts.EventTaken tell(
            @Parameter(example = "c-7f3a91")
                    @PathParam("callId")
                    @Pattern(regexp = IvrResource.CALL_ID, message = IvrResource.CALL_ID_WANTED)
                    String callId,
            @RequestBody(
                            required = true,
                            content =
                                    @Content(
                                            mediaType = MediaType.APPLICATION_JSON,
                                            schema = @Schema(implementation = EventForm.class),
                                            examples = {
                                                @ExampleObject(name = "menu", value = MENU),
                                                @ExampleObject(name = "input", value = INPUT),
                                                @ExampleObject(name = "voicemail", value = VOICEMAIL)
                                            }))
                    byte[] body)
            throws JsonProcessingException {
        var form = json.read(body, EventForm.class);
        var at = time.orNow(form.at());
        var call = telling.of(caller.name(), callId, form.from(), form.to(), null, at);
        switch (form.type()) {
            case "answer" -> answers.answered(call, EventReading.needed(form.agent(), "agentId"), at);
            case "hangup" -> hangUp.end(call, at, form.cause());
            default -> progress.note(call, form.seq(), EventReading.of(form), at);
        }
        return new IvrReceipts.EventTaken(call.contactId(), form.seq());
    }

    @POST
    @Path("agent")
    @Operation(
            operationId = "agentAnswered",
            summary = "A person answered, or took the call over",
            description =
                    "The screen pop moves to this person. May be repeated and may come late, after the hangup too: then"
                            + " it tells how the call came out.")
    @APIResponse(
            responseCode = "200",
            description = "Who has the call now",
            content = @Content(schema = @Schema(implementation = IvrReceipts.AgentTaken.class)))
    public IvrReceipts.AgentTaken answered(
            @Parameter(example = "c-7f3a91")
                    @PathParam("callId")
                    @Pattern(regexp = IvrResource.CALL_ID, message = IvrResource.CALL_ID_WANTED)
                    String callId,
            @RequestBody(
                            required = true,
                            content =
                                    @Content(
                                            mediaType = MediaType.APPLICATION_JSON,
                                            schema = @Schema(implementation = AgentForm.class)))
                    byte[] body)
            throws JsonProcessingException {
        var form = json.read(body, AgentForm.class);
        var at = time.orNow(form.at());
        var call =
                answers.answered(telling.of(caller.name(), callId, form.from(), form.to(), null, at), form.agent(), at);
        return new IvrReceipts.AgentTaken(
                call.contactId(), call.course().answeredBy(), call.course().answeredAt());
    }

    @POST
    @Path("ticket")
    @Operation(
            operationId = "keyInTicket",
            summary = "The caller keyed in a ticket's number",
            description =
                    "Before the zero-out, whose contact then joins that ticket when it is the caller's. Only the check"
                            + " digit is verified; whether there is such a ticket is told to nobody.")
    @APIResponse(
            responseCode = "200",
            description = "The number is well formed, and noted",
            content = @Content(schema = @Schema(implementation = IvrReceipts.TicketTaken.class)))
    @APIResponse(responseCode = "409", description = "The call has ended")
    @APIResponse(responseCode = "422", description = "The check digit does not fit; say has the sentence to ask again")
    public IvrReceipts.TicketTaken keyIn(
            @Parameter(example = "c-7f3a91")
                    @PathParam("callId")
                    @Pattern(regexp = IvrResource.CALL_ID, message = IvrResource.CALL_ID_WANTED)
                    String callId,
            @RequestBody(
                            required = true,
                            content =
                                    @Content(
                                            mediaType = MediaType.APPLICATION_JSON,
                                            schema = @Schema(implementation = TicketForm.class)))
                    byte[] body)
            throws JsonProcessingException {
        var form = json.read(body, TicketForm.class);
        var at = time.orNow(form.at());
        return tickets.take(
                telling.of(caller.name(), callId, form.from(), form.to(), form.language(), at), form.number(), at);
    }

    private static final String MENU = """
            {"seq": 1, "at": "2026-03-02T09:14:05Z", "type": "menu", "node": "billing"}
            """;
    private static final String INPUT = """
            {"seq": 2, "at": "2026-03-02T09:14:12Z", "type": "input", "name": "accountNumber", "value": "20417"}
            """;
    private static final String VOICEMAIL = """
            {"seq": 9, "at": "2026-03-02T09:16:40Z", "type": "recording", "kind": "voicemail", "consent": true,
             "recordingId": "rec-7f3a91", "url": "https://pbx.example/recordings/rec-7f3a91", "durationSec": 34}
            """;
}
