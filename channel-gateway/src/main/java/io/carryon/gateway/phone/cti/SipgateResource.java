package io.carryon.gateway.phone.cti;

import io.carryon.gateway.problem.ProblemException;
import io.smallrye.common.annotation.RunOnVirtualThread;
import jakarta.annotation.security.PermitAll;
import jakarta.ws.rs.Consumes;
import jakarta.ws.rs.POST;
import jakarta.ws.rs.Path;
import jakarta.ws.rs.PathParam;
import jakarta.ws.rs.core.MediaType;
import jakarta.ws.rs.core.Response;
import java.net.URI;
import java.util.Optional;
import org.eclipse.microprofile.openapi.annotations.Operation;
import org.eclipse.microprofile.openapi.annotations.media.Content;
import org.eclipse.microprofile.openapi.annotations.media.Schema;
import org.eclipse.microprofile.openapi.annotations.parameters.RequestBody;
import org.eclipse.microprofile.openapi.annotations.responses.APIResponse;
import org.eclipse.microprofile.openapi.annotations.tags.Tag;
import org.jboss.resteasy.reactive.server.ServerExceptionMapper;

/** The door for sipgate.io: the generic fields, answered by XML that asks for the call's further events. */
@Path("/v1/cti/sipgate/{token}")
@PermitAll
@RunOnVirtualThread
@Tag(name = "Telephone systems", description = "Calls that a telephone system pushes, without a menu of ours.")
public class SipgateResource {

    private final CtiConnections connections;
    private final PushedCalls calls;
    private final Optional<URI> publicUrl;

    public SipgateResource(CtiConnections connections, PushedCalls calls, CtiConfig config) {
        this.connections = connections;
        this.calls = calls;
        this.publicUrl = config.publicUrl();
    }

    @POST
    @Consumes(MediaType.APPLICATION_FORM_URLENCODED)
    @Operation(
            operationId = "pushSipgateCall",
            summary = "A call rings, is answered or ends, as sipgate.io tells it",
            description = "Errors are a Response document with an Error element.")
    @RequestBody(
            required = true,
            content =
                    @Content(
                            mediaType = MediaType.APPLICATION_FORM_URLENCODED,
                            schema = @Schema(implementation = CtiForm.class)))
    @APIResponse(
            responseCode = "200",
            description = "A Response document: onAnswer and onHangup, in it Reject or Dial",
            content = @Content(mediaType = XmlAnswer.MEDIA_TYPE, schema = @Schema(implementation = String.class)))
    public Response push(@PathParam("token") String token, byte[] body) {
        var verdict = calls.take(connections.with(token, CtiConfig.Kind.SIPGATE), Push.of(PushFields.ofForm(body)));
        return XmlAnswer.of(verdict, publicUrl.map(url -> furtherEvents(url, token)));
    }

    private static URI furtherEvents(URI url, String token) {
        var base = url.toString();
        return URI.create((base.endsWith("/") ? base : base + "/") + "v1/cti/sipgate/" + token);
    }

    @ServerExceptionMapper
    public Response refused(ProblemException e) {
        return XmlAnswer.refusal(e);
    }
}
