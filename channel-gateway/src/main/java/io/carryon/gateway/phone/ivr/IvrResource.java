package io.carryon.gateway.phone.ivr;

import com.fasterxml.jackson.core.JsonProcessingException;
import io.carryon.gateway.door.JsonBody;
import io.carryon.gateway.phone.ToldTime;
import io.carryon.gateway.phone.line.CallStart;
import io.carryon.gateway.phone.line.HangUp;
import io.carryon.gateway.phone.line.IvrAnswers;
import io.carryon.gateway.phone.line.ZeroOut;
import io.carryon.gateway.problem.Problem;
import io.smallrye.common.annotation.RunOnVirtualThread;
import jakarta.annotation.security.RolesAllowed;
import jakarta.validation.constraints.Pattern;
import jakarta.ws.rs.Consumes;
import jakarta.ws.rs.POST;
import jakarta.ws.rs.PUT;
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
import org.jboss.resteasy.reactive.RestResponse;

/** The door for IVRs: every answer comes within a second, and every call may be made twice. */
@Path("/v1/ivr/calls/{callId}")
@Produces({MediaType.APPLICATION_JSON, Problem.MEDIA_TYPE})
@Consumes(MediaType.APPLICATION_JSON)
@RolesAllowed("ivr")
@RunOnVirtualThread
@SecurityRequirement(name = "bearer")
@Tag(name = "Phone", description = "What a phone menu tells us of its calls, and what it is told.")
public class IvrResource {

    static final String CALL_ID = "[\\x21-\\x7e]{1,128}";
    static final String CALL_ID_WANTED = "must be 1 to 128 visible ASCII characters";
    private static final byte[] NOTHING_SAID = {'{', '}'};

    private final CallTelling telling;
    private final CallStart start;
    private final ZeroOut zeroOut;
    private final HangUp hangUp;
    private final ToldTime time;
    private final JsonBody json;
    private final IvrClient caller;

    public IvrResource(
            CallTelling telling,
            CallStart start,
            ZeroOut zeroOut,
            HangUp hangUp,
            ToldTime time,
            JsonBody json,
            IvrClient caller) {
        this.telling = telling;
        this.start = start;
        this.zeroOut = zeroOut;
        this.hangUp = hangUp;
        this.time = time;
        this.json = json;
        this.caller = caller;
    }

    @PUT
    @Operation(
            operationId = "announceCall",
            summary = "Announce a call and learn who calls",
            description =
                    "May be repeated. A caller's number is a claim: the match is known only when the profile verified"
                            + " it. With the profile out of reach the match is none and degraded is true.")
    @APIResponse(
            responseCode = "201",
            description = "The call is new, and noted",
            content = @Content(schema = @Schema(implementation = IvrAnswers.CallAnswer.class)))
    @APIResponse(
            responseCode = "200",
            description = "Told before; or the database did not say in time, and degraded is true",
            content = @Content(schema = @Schema(implementation = IvrAnswers.CallAnswer.class)))
    @APIResponse(responseCode = "409", description = "The call has ended")
    public RestResponse<IvrAnswers.CallAnswer> announce(
            @Parameter(example = "c-7f3a91", description = "The IVR's own name of the call.")
                    @PathParam("callId")
                    @Pattern(regexp = CALL_ID, message = CALL_ID_WANTED)
                    String callId,
            @RequestBody(
                            required = true,
                            content =
                                    @Content(
                                            mediaType = MediaType.APPLICATION_JSON,
                                            schema = @Schema(implementation = CallForm.class)))
                    byte[] body)
            throws JsonProcessingException {
        var begun = start.begin(telling.begun(caller.name(), callId, json.read(body, CallForm.class)));
        return RestResponse.status(
                begun.first() ? RestResponse.Status.CREATED : RestResponse.Status.OK, begun.answer());
    }

    @POST
    @Path("zero-out")
    @Operation(
            operationId = "zeroOut",
            summary = "The caller wants a person: get ticket, customer, history and routing",
            description =
                    "An unannounced call is taken as well. When parts are out of reach the answer routes by default"
                            + " and says degraded; the contact is durable all the same and its ticket follows. On 503 nothing"
                            + " was stored: connect the caller to your default queue and repeat the request.")
    @APIResponse(
            responseCode = "201",
            description = "The first request for a person in this call",
            content = @Content(schema = @Schema(implementation = IvrAnswers.ZeroOutAnswer.class)))
    @APIResponse(
            responseCode = "200",
            description = "A repeat: the same answer, or a fuller one after a degraded one",
            content = @Content(schema = @Schema(implementation = IvrAnswers.ZeroOutAnswer.class)))
    @APIResponse(responseCode = "409", description = "The call has ended")
    public RestResponse<IvrAnswers.ZeroOutAnswer> zeroOut(
            @Parameter(example = "c-7f3a91") @PathParam("callId") @Pattern(regexp = CALL_ID, message = CALL_ID_WANTED)
                    String callId,
            @RequestBody(
                            required = true,
                            content =
                                    @Content(
                                            mediaType = MediaType.APPLICATION_JSON,
                                            schema = @Schema(implementation = ZeroOutForm.class),
                                            examples = @ExampleObject(name = "pressed-0", value = EXAMPLE)))
                    byte[] body)
            throws JsonProcessingException {
        var answered = zeroOut.press(telling.zeroedOut(caller.name(), callId, json.read(body, ZeroOutForm.class)));
        return RestResponse.status(
                answered.first() ? RestResponse.Status.CREATED : RestResponse.Status.OK, answered.answer());
    }

    @POST
    @Path("hangup")
    @Operation(
            operationId = "hangUp",
            summary = "The call ended",
            description = "May be repeated. A caller who gave up before reaching a person becomes a contact, once.")
    @APIResponse(
            responseCode = "200",
            description = "The call is over",
            content = @Content(schema = @Schema(implementation = IvrAnswers.HangupAnswer.class)))
    public IvrAnswers.HangupAnswer hangUp(
            @Parameter(example = "c-7f3a91") @PathParam("callId") @Pattern(regexp = CALL_ID, message = CALL_ID_WANTED)
                    String callId,
            @RequestBody(
                            content =
                                    @Content(
                                            mediaType = MediaType.APPLICATION_JSON,
                                            schema = @Schema(implementation = HangupForm.class)))
                    byte[] body)
            throws JsonProcessingException {
        var said = body == null || body.length == 0 ? NOTHING_SAID : body;
        var form = json.read(said, HangupForm.class);
        return hangUp.end(telling.ended(caller.name(), callId, form), time.orNow(form.at()), form.cause());
    }

    private static final String EXAMPLE = """
            {
              "at": "2026-03-02T09:14:31Z",
              "trigger": "dtmf0",
              "menuPath": ["root", "billing"],
              "collected": {"accountNumber": "20417"},
              "from": "+49301234567",
              "to": "+4930555010",
              "queueHint": "billing",
              "language": "de"
            }
            """;
}
