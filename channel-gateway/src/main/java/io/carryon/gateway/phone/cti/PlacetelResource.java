package io.carryon.gateway.phone.cti;

import io.carryon.gateway.problem.ProblemException;
import io.smallrye.common.annotation.RunOnVirtualThread;
import jakarta.annotation.security.PermitAll;
import jakarta.ws.rs.Consumes;
import jakarta.ws.rs.HeaderParam;
import jakarta.ws.rs.POST;
import jakarta.ws.rs.Path;
import jakarta.ws.rs.PathParam;
import jakarta.ws.rs.core.MediaType;
import jakarta.ws.rs.core.Response;
import java.util.Optional;
import org.eclipse.microprofile.openapi.annotations.Operation;
import org.eclipse.microprofile.openapi.annotations.media.Content;
import org.eclipse.microprofile.openapi.annotations.media.ExampleObject;
import org.eclipse.microprofile.openapi.annotations.media.Schema;
import org.eclipse.microprofile.openapi.annotations.parameters.RequestBody;
import org.eclipse.microprofile.openapi.annotations.responses.APIResponse;
import org.eclipse.microprofile.openapi.annotations.tags.Tag;
import org.jboss.resteasy.reactive.server.ServerExceptionMapper;

/** The door for placetel: its own events, signed where a secret is configured, answered by XML. */
@Path("/v1/cti/placetel/{token}")
@PermitAll
@RunOnVirtualThread
@Tag(name = "Telephone systems", description = "Calls that a telephone system pushes, without a menu of ours.")
public class PlacetelResource {

    private static final String SIGNATURE = "X-PLACETEL-SIGNATURE";
    private static final String EXAMPLE =
            "event=IncomingCall&from=022129191999&to=030555010&call_id=f4591ba315d81671d7a06c2a3b4f963d";

    private final CtiConnections connections;
    private final PushedCalls calls;

    public PlacetelResource(CtiConnections connections, PushedCalls calls) {
        this.connections = connections;
        this.calls = calls;
    }

    @POST
    @Consumes(MediaType.APPLICATION_FORM_URLENCODED)
    @Operation(
            operationId = "pushPlacetelCall",
            summary = "A call rings, is answered or ends, as placetel tells it",
            description = "Errors are a Response document with an Error element.")
    @RequestBody(
            required = true,
            content =
                    @Content(
                            mediaType = MediaType.APPLICATION_FORM_URLENCODED,
                            schema = @Schema(implementation = String.class),
                            examples = @ExampleObject(name = "incoming", value = EXAMPLE)))
    @APIResponse(
            responseCode = "200",
            description = "A Response document, in it Reject where the caller is blocked",
            content = @Content(mediaType = XmlAnswer.MEDIA_TYPE, schema = @Schema(implementation = String.class)))
    public Response push(@PathParam("token") String token, @HeaderParam(SIGNATURE) String signature, byte[] body) {
        var line = connections.with(token, CtiConfig.Kind.PLACETEL);
        line.secret().ifPresent(secret -> PushSignature.check(secret, body, signature));
        return XmlAnswer.of(calls.take(line, PlacetelPush.of(PushFields.ofForm(body))), Optional.empty());
    }

    @ServerExceptionMapper
    public Response refused(ProblemException e) {
        return XmlAnswer.refusal(e);
    }
}
