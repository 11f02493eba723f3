package io.carryon.gateway.phone.cti;

import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.databind.ObjectMapper;
import io.smallrye.common.annotation.RunOnVirtualThread;
import jakarta.annotation.security.PermitAll;
import jakarta.ws.rs.Consumes;
import jakarta.ws.rs.POST;
import jakarta.ws.rs.Path;
import jakarta.ws.rs.PathParam;
import jakarta.ws.rs.core.MediaType;
import org.eclipse.microprofile.openapi.annotations.Operation;
import org.eclipse.microprofile.openapi.annotations.media.Content;
import org.eclipse.microprofile.openapi.annotations.media.ExampleObject;
import org.eclipse.microprofile.openapi.annotations.media.Schema;
import org.eclipse.microprofile.openapi.annotations.parameters.RequestBody;
import org.eclipse.microprofile.openapi.annotations.responses.APIResponse;
import org.eclipse.microprofile.openapi.annotations.tags.Tag;
import org.jboss.resteasy.reactive.server.multipart.MultipartFormDataInput;

/** The door for telephone systems that push their calls in Zammad's generic format; the token in the path lets in. */
@Path("/v1/cti/{token}")
@PermitAll
@RunOnVirtualThread
@Tag(name = "Telephone systems", description = "Calls that a telephone system pushes, without a menu of ours.")
public class CtiResource {

    private final CtiConnections connections;
    private final PushedCalls calls;
    private final ObjectMapper json;

    public CtiResource(CtiConnections connections, PushedCalls calls, ObjectMapper json) {
        this.connections = connections;
        this.calls = calls;
        this.json = json;
    }

    @POST
    @Consumes(MediaType.APPLICATION_JSON)
    @Operation(hidden = true)
    public CtiAnswer json(@PathParam("token") String token, byte[] body) throws JsonProcessingException {
        var line = connections.with(token, CtiConfig.Kind.GENERIC);
        return pushed(line, PushFields.ofJson(body, json));
    }

    @POST
    @Consumes(MediaType.APPLICATION_FORM_URLENCODED)
    @Operation(
            operationId = "pushCall",
            summary = "A call rings, is answered or ends",
            description =
                    "As form, multipart/form-data or JSON. Events may repeat and overtake each other. A call that comes"
                            + " in is a contact before it is answered with 200; one that goes out is noted only.")
    @RequestBody(
            required = true,
            content = {
                @Content(
                        mediaType = MediaType.APPLICATION_FORM_URLENCODED,
                        schema = @Schema(implementation = CtiForm.class),
                        examples = @ExampleObject(name = "newCall", value = CtiForm.EXAMPLE)),
                @Content(mediaType = MediaType.MULTIPART_FORM_DATA, schema = @Schema(implementation = CtiForm.class)),
                @Content(mediaType = MediaType.APPLICATION_JSON, schema = @Schema(implementation = CtiForm.class))
            })
    @APIResponse(
            responseCode = "200",
            description = "Taken, and what the telephone system shall do, if not just go on",
            content =
                    @Content(
                            mediaType = MediaType.APPLICATION_JSON,
                            schema = @Schema(implementation = CtiAnswer.class)))
    @APIResponse(responseCode = "401", description = "The token is not known")
    @APIResponse(responseCode = "404", description = "The connection speaks another format")
    @APIResponse(responseCode = "422", description = "A field is missing or wrong")
    public CtiAnswer form(@PathParam("token") String token, byte[] body) {
        return pushed(connections.with(token, CtiConfig.Kind.GENERIC), PushFields.ofForm(body));
    }

    @POST
    @Consumes(MediaType.MULTIPART_FORM_DATA)
    @Operation(hidden = true)
    public CtiAnswer multipart(@PathParam("token") String token, MultipartFormDataInput parts) {
        return pushed(connections.with(token, CtiConfig.Kind.GENERIC), PushFields.ofMultipart(parts));
    }

    private CtiAnswer pushed(CtiConnection line, PushFields fields) {
        return CtiAnswer.of(calls.take(line, Push.of(fields)));
    }
}
