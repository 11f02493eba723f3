package io.carryon.gateway.phone.twilio;

import io.carryon.gateway.problem.Problem;
import io.quarkus.arc.All;
import io.smallrye.common.annotation.RunOnVirtualThread;
import jakarta.annotation.security.PermitAll;
import jakarta.ws.rs.POST;
import jakarta.ws.rs.Path;
import jakarta.ws.rs.PathParam;
import jakarta.ws.rs.Produces;
import jakarta.ws.rs.container.ContainerRequestContext;
import jakarta.ws.rs.core.Context;
import java.util.List;
import java.util.Map;
import java.util.function.Function;
import java.util.stream.Collectors;
import org.eclipse.microprofile.openapi.annotations.Operation;
import org.eclipse.microprofile.openapi.annotations.parameters.Parameter;
import org.eclipse.microprofile.openapi.annotations.responses.APIResponse;
import org.eclipse.microprofile.openapi.annotations.tags.Tag;

/** The door for what Twilio only tells. */
@Path("/v1/voice/twilio/{connection}/events")
@FromTwilio
@PermitAll
@RunOnVirtualThread
@Produces(Problem.MEDIA_TYPE)
@Tag(name = "Twilio", description = "What Twilio asks and tells of its calls, signed by it.")
public class VoiceEventResource {

    static final String EVENT = "{event:status|recording|transcription}";

    private final Map<String, VoiceEvent> events;

    public VoiceEventResource(@All List<VoiceEvent> events) {
        this.events = events.stream().collect(Collectors.toMap(VoiceEvent::name, Function.identity()));
    }

    @POST
    @Path(EVENT)
    @Operation(
            operationId = "takeVoiceEvent",
            summary = "Twilio tells of a call",
            description = "Set .../events/status as a number's status callback. 503 when it could not be stored.")
    @APIResponse(responseCode = "204", description = "Stored, or of no meaning here")
    @APIResponse(responseCode = "403", description = "Not signed by the connection's account")
    @APIResponse(responseCode = "404", description = "There is no such connection or event")
    public void take(
            @Parameter(example = "main") @PathParam("connection") String connection,
            @Parameter(example = "status") @PathParam("event") String event,
            @Context ContainerRequestContext request) {
        events.get(event).take(TwilioDoor.admitted(request));
    }
}
