package io.carryon.gateway.phone.ivr;

import com.fasterxml.jackson.core.JsonProcessingException;
import io.carryon.gateway.door.JsonBody;
import io.carryon.gateway.phone.Call;
import io.carryon.gateway.phone.line.CallRecognition;
import io.carryon.gateway.problem.Problem;
import io.carryon.gateway.recognition.AnswerTaken;
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
import org.eclipse.microprofile.openapi.annotations.media.Schema;
import org.eclipse.microprofile.openapi.annotations.parameters.Parameter;
import org.eclipse.microprofile.openapi.annotations.parameters.RequestBody;
import org.eclipse.microprofile.openapi.annotations.responses.APIResponse;
import org.eclipse.microprofile.openapi.annotations.security.SecurityRequirement;
import org.eclipse.microprofile.openapi.annotations.tags.Tag;

/** The door for the key a caller presses at the recognition question. */
@Path("/v1/ivr/calls/{callId}/recognition")
@Produces({MediaType.APPLICATION_JSON, Problem.MEDIA_TYPE})
@Consumes(MediaType.APPLICATION_JSON)
@RolesAllowed("ivr")
@RunOnVirtualThread
@SecurityRequirement(name = "bearer")
@Tag(name = "Phone", description = "What a phone menu tells us of its calls, and what it is told.")
public class CallRecognitionResource {

    private final CallRecognition recognition;
    private final JsonBody json;
    private final IvrClient caller;

    public CallRecognitionResource(CallRecognition recognition, JsonBody json, IvrClient caller) {
        this.recognition = recognition;
        this.json = json;
        this.caller = caller;
    }

    @POST
    @Operation(
            operationId = "answerCallRecognition",
            summary = "The caller pressed a key at the recognition question",
            description =
                    "For the question of the zero-out's answer. 200 means durable, with the broker away too. May be"
                            + " repeated; another key replaces the one before.")
    @APIResponse(
            responseCode = "200",
            description = "The answer that counts now",
            content = @Content(schema = @Schema(implementation = AnswerTaken.class)))
    @APIResponse(responseCode = "409", description = "Nothing was asked in this call")
    public AnswerTaken press(
            @Parameter(example = "c-7f3a91")
                    @PathParam("callId")
                    @Pattern(regexp = IvrResource.CALL_ID, message = IvrResource.CALL_ID_WANTED)
                    String callId,
            @RequestBody(
                            required = true,
                            content =
                                    @Content(
                                            mediaType = MediaType.APPLICATION_JSON,
                                            schema = @Schema(implementation = DigitForm.class)))
                    byte[] body)
            throws JsonProcessingException {
        var form = json.read(body, DigitForm.class);
        return recognition.press(Call.contactIdOf(caller.name(), callId), form.same());
    }
}
