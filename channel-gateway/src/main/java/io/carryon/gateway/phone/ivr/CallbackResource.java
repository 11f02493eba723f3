package io.carryon.gateway.phone.ivr;

import com.fasterxml.jackson.core.JsonProcessingException;
import io.carryon.gateway.door.JsonBody;
import io.carryon.gateway.phone.Call;
import io.carryon.gateway.phone.ToldTime;
import io.carryon.gateway.phone.line.CallerCallback;
import io.carryon.gateway.phone.line.IvrReceipts;
import io.carryon.gateway.problem.Problem;
import io.carryon.gateway.problem.ProblemException;
import io.smallrye.common.annotation.RunOnVirtualThread;
import jakarta.annotation.security.RolesAllowed;
import jakarta.validation.constraints.Pattern;
import jakarta.ws.rs.Consumes;
import jakarta.ws.rs.DELETE;
import jakarta.ws.rs.GET;
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
import org.jboss.resteasy.reactive.RestResponse;

/** The door for callers who would rather be called back. */
@Path("/v1/ivr/calls/{callId}/callback")
@Produces({MediaType.APPLICATION_JSON, Problem.MEDIA_TYPE})
@RolesAllowed("ivr")
@RunOnVirtualThread
@SecurityRequirement(name = "bearer")
@Tag(name = "Phone", description = "What a phone menu tells us of its calls, and what it is told.")
public class CallbackResource {

    private final CallTelling telling;
    private final CallerCallback callback;
    private final ToldTime time;
    private final JsonBody json;
    private final IvrClient caller;

    public CallbackResource(
            CallTelling telling, CallerCallback callback, ToldTime time, JsonBody json, IvrClient caller) {
        this.telling = telling;
        this.callback = callback;
        this.time = time;
        this.json = json;
        this.caller = caller;
    }

    @GET
    @Path("slots")
    @Operation(
            operationId = "callbackSlots",
            summary = "The times in which the caller may be called back",
            description = "With each the words to say, in the caller's language.")
    @APIResponse(
            responseCode = "200",
            description = "What has room now",
            content = @Content(schema = @Schema(implementation = IvrReceipts.Slots.class)))
    public IvrReceipts.Slots slots(
            @Parameter(example = "c-7f3a91")
                    @PathParam("callId")
                    @Pattern(regexp = IvrResource.CALL_ID, message = IvrResource.CALL_ID_WANTED)
                    String callId) {
        return callback.slots(named(callId));
    }

    @POST
    @Consumes(MediaType.APPLICATION_JSON)
    @Operation(
            operationId = "requestCallback",
            summary = "The caller wants to be called back",
            description =
                    "One callback is live for a caller and, where it is known, for the ticket: asked again, it is moved."
                            + " It is kept when the caller hangs up.")
    @APIResponse(
            responseCode = "201",
            description = "Booked",
            content = @Content(schema = @Schema(implementation = IvrReceipts.CallbackTaken.class)))
    @APIResponse(
            responseCode = "200",
            description = "The live callback, moved or as it was",
            content = @Content(schema = @Schema(implementation = IvrReceipts.CallbackTaken.class)))
    @APIResponse(responseCode = "409", description = "No slot within these times has room; say has a sentence for it")
    @APIResponse(
            responseCode = "422",
            description = "The number cannot be dialled; say has a sentence that asks for one")
    public RestResponse<IvrReceipts.CallbackTaken> request(
            @Parameter(example = "c-7f3a91")
                    @PathParam("callId")
                    @Pattern(regexp = IvrResource.CALL_ID, message = IvrResource.CALL_ID_WANTED)
                    String callId,
            @RequestBody(
                            required = true,
                            content =
                                    @Content(
                                            mediaType = MediaType.APPLICATION_JSON,
                                            schema = @Schema(implementation = CallbackForm.class)))
                    byte[] body)
            throws JsonProcessingException {
        var form = json.read(body, CallbackForm.class).inOrder();
        var call = telling.of(caller.name(), callId, form.from(), form.to(), form.language(), time.orNow(null));
        var booked = callback.book(call, form.number(), form.notBefore(), form.notAfter());
        return RestResponse.status(
                booked.first() ? RestResponse.Status.CREATED : RestResponse.Status.OK, booked.callback());
    }

    @DELETE
    @Operation(
            operationId = "cancelCallback",
            summary = "The caller does not want to be called back",
            description = "May be repeated.")
    @APIResponse(
            responseCode = "200",
            description = "The callback, cancelled",
            content = @Content(schema = @Schema(implementation = IvrReceipts.CallbackTaken.class)))
    @APIResponse(responseCode = "404", description = "There never was a callback")
    public IvrReceipts.CallbackTaken cancel(
            @Parameter(example = "c-7f3a91")
                    @PathParam("callId")
                    @Pattern(regexp = IvrResource.CALL_ID, message = IvrResource.CALL_ID_WANTED)
                    String callId) {
        return callback.cancel(named(callId))
                .orElseThrow(() -> ProblemException.notFound("No callback was asked for in this call."));
    }

    private Call named(String callId) {
        return telling.of(caller.name(), callId, null, null, null, time.orNow(null));
    }
}
