package io.carryon.gateway.phone.twilio;

import io.carryon.gateway.problem.Problem;
import io.quarkus.arc.All;
import io.smallrye.common.annotation.RunOnVirtualThread;
import jakarta.annotation.security.PermitAll;
import jakarta.ws.rs.GET;
import jakarta.ws.rs.POST;
import jakarta.ws.rs.Path;
import jakarta.ws.rs.PathParam;
import jakarta.ws.rs.Produces;
import jakarta.ws.rs.container.ContainerRequestContext;
import jakarta.ws.rs.core.Context;
import jakarta.ws.rs.core.MediaType;
import jakarta.ws.rs.core.Response;
import java.util.List;
import java.util.Map;
import java.util.function.Function;
import java.util.stream.Collectors;
import org.eclipse.microprofile.openapi.annotations.Operation;
import org.eclipse.microprofile.openapi.annotations.media.Content;
import org.eclipse.microprofile.openapi.annotations.parameters.Parameter;
import org.eclipse.microprofile.openapi.annotations.responses.APIResponse;
import org.eclipse.microprofile.openapi.annotations.tags.Tag;
import org.jboss.logging.Logger;
import org.jboss.resteasy.reactive.server.ServerExceptionMapper;

/** The door for Twilio's calls. Whatever goes wrong behind it, the caller hears no error but comes to a person. */
@Path("/v1/voice/twilio/{connection}")
@FromTwilio
@PermitAll
@RunOnVirtualThread
@Produces({MediaType.TEXT_XML, Problem.MEDIA_TYPE})
@Tag(name = "Twilio", description = "What Twilio asks and tells of its calls, signed by it.")
public class VoiceResource {

    static final String STEP =
            "{step:voice|menu|person|question|consent|wait|wait-choice|instead|callback|callback-choice"
                    + "|callback-number|voicemail|voicemail-done|queue-result|agent|connected}";

    private static final Logger LOG = Logger.getLogger(VoiceResource.class);

    private final Map<String, VoiceStep> steps;

    public VoiceResource(@All List<VoiceStep> steps) {
        this.steps = steps.stream().collect(Collectors.toMap(VoiceStep::name, Function.identity()));
    }

    @POST
    @Path(STEP)
    @Operation(
            operationId = "takeVoiceStep",
            summary = "What a caller of Twilio's hears next",
            description = "Set .../voice as a number's voice URL, and .../agent?queue=NAME as that of a number which"
                    + " agents call. The other steps are named by the answers.")
    @APIResponse(
            responseCode = "200",
            description = "TwiML. With parts of ours away it still leads the caller to a person.",
            content = @Content(mediaType = MediaType.TEXT_XML))
    @APIResponse(responseCode = "403", description = "Not signed by the connection's account")
    @APIResponse(responseCode = "404", description = "There is no such connection or step")
    public Response post(
            @Parameter(example = "main", description = "The configured connection.") @PathParam("connection")
                    String connection,
            @Parameter(example = "voice") @PathParam("step") String step,
            @Context ContainerRequestContext request) {
        return document(steps.get(step).answer(TwilioDoor.admitted(request)));
    }

    @GET
    @Path(STEP)
    @Operation(operationId = "getVoiceStep", summary = "The same for webhooks that are configured as GET")
    @APIResponse(responseCode = "200", description = "TwiML", content = @Content(mediaType = MediaType.TEXT_XML))
    @APIResponse(responseCode = "403", description = "Not signed by the connection's account")
    @APIResponse(responseCode = "404", description = "There is no such connection or step")
    public Response get(
            @Parameter(example = "main") @PathParam("connection") String connection,
            @Parameter(example = "voice") @PathParam("step") String step,
            @Context ContainerRequestContext request) {
        return post(connection, step, request);
    }

    /** A caller cannot do anything about an error, whatever it is: Twilio would read one out and hang up. */
    @ServerExceptionMapper
    public Response trouble(Throwable e, ContainerRequestContext request) {
        LOG.errorf(e, "A step of a call failed; the caller goes to a person without it");
        var step = request.getUriInfo().getPathParameters().getFirst("step");
        return document(steps.get(step).whenInTrouble(TwilioDoor.admitted(request)));
    }

    private static Response document(List<Verb> verbs) {
        return Response.ok(Twiml.document(verbs), Twiml.MEDIA_TYPE).build();
    }
}
