package io.carryon.gateway.messenger.whatsapp;

import io.carryon.gateway.contact.Channel;
import io.carryon.gateway.messenger.Setup;
import io.carryon.gateway.messenger.Updates;
import io.carryon.gateway.problem.Problem;
import io.carryon.gateway.problem.ProblemException;
import io.smallrye.common.annotation.RunOnVirtualThread;
import jakarta.annotation.security.PermitAll;
import jakarta.ws.rs.Consumes;
import jakarta.ws.rs.GET;
import jakarta.ws.rs.HeaderParam;
import jakarta.ws.rs.POST;
import jakarta.ws.rs.Path;
import jakarta.ws.rs.PathParam;
import jakarta.ws.rs.Produces;
import jakarta.ws.rs.QueryParam;
import jakarta.ws.rs.core.MediaType;
import org.eclipse.microprofile.openapi.annotations.Operation;
import org.eclipse.microprofile.openapi.annotations.enums.SchemaType;
import org.eclipse.microprofile.openapi.annotations.media.Content;
import org.eclipse.microprofile.openapi.annotations.media.Schema;
import org.eclipse.microprofile.openapi.annotations.parameters.Parameter;
import org.eclipse.microprofile.openapi.annotations.parameters.RequestBody;
import org.eclipse.microprofile.openapi.annotations.responses.APIResponse;
import org.eclipse.microprofile.openapi.annotations.tags.Tag;
import org.jboss.logging.Logger;

/** Where Meta posts what customers write by WhatsApp. It is answered once everything in it is durable. */
@Path("/v1/messengers/whatsapp/{connection}")
@PermitAll
@RunOnVirtualThread
@Tag(name = "Messengers", description = "What messengers post, signed by them.")
public class WhatsappDoor {

    private static final Logger LOG = Logger.getLogger(WhatsappDoor.class);
    private static final int CHALLENGE_LIMIT = 1_000;

    private final WhatsappConnections connections;
    private final WhatsappUpdates posted;
    private final Updates updates;

    WhatsappDoor(WhatsappConnections connections, WhatsappUpdates posted, Updates updates) {
        this.connections = connections;
        this.posted = posted;
        this.updates = updates;
    }

    @GET
    @Produces({MediaType.TEXT_PLAIN, Problem.MEDIA_TYPE})
    @Operation(operationId = "verifyWhatsappWebhook", summary = "Meta's question whether the address is ours")
    @APIResponse(
            responseCode = "200",
            description = "The challenge, as it was given",
            content = @Content(mediaType = MediaType.TEXT_PLAIN, schema = @Schema(type = SchemaType.STRING)))
    @APIResponse(responseCode = "403", description = "Not with the configured verify token")
    @APIResponse(responseCode = "404", description = "There is no such connection")
    public String verify(
            @Parameter(example = "shop", description = "The configured connection") @PathParam("connection")
                    String connection,
            @Parameter(example = "subscribe") @QueryParam("hub.mode") String mode,
            @Parameter(example = "a-token-of-our-choice") @QueryParam("hub.verify_token") String token,
            @Parameter(example = "1158201444") @QueryParam("hub.challenge") String challenge) {
        var number = number(connection);
        if (!"subscribe".equals(mode)
                || !Setup.isSame(token, number.verifyToken())
                || challenge == null
                || challenge.length() > CHALLENGE_LIMIT) {
            throw ProblemException.of(
                    403,
                    "wrong-verify-token",
                    "The verify token is not right",
                    "Give Meta the verify token that is configured for this connection.");
        }
        return challenge;
    }

    @POST
    @Consumes(MediaType.APPLICATION_JSON)
    @Produces({MediaType.APPLICATION_JSON, Problem.MEDIA_TYPE})
    @Operation(
            operationId = "takeWhatsappWebhook",
            summary = "What customers write by WhatsApp, and what became of answers",
            description = "Subscribe the app to the field messages. The same again changes nothing.")
    @APIResponse(
            responseCode = "200",
            description = "All of it is durable",
            content = @Content(mediaType = MediaType.APPLICATION_JSON, schema = @Schema(type = SchemaType.OBJECT)))
    @APIResponse(responseCode = "400", description = "Not JSON")
    @APIResponse(responseCode = "401", description = "Not signed with the app's secret")
    @APIResponse(responseCode = "404", description = "There is no such connection")
    @APIResponse(responseCode = "503", description = "It cannot be kept now; to be posted again")
    public String take(
            @Parameter(example = "shop") @PathParam("connection") String connection,
            @HeaderParam("X-Hub-Signature-256")
                    @Parameter(
                            example = "sha256=7d38cdd689735b008b3c702edd92eea23791c5f6",
                            description = "HMAC-SHA256 of the body's bytes under the app's secret, in hex")
                    String signature,
            @RequestBody(
                            required = true,
                            content =
                                    @Content(
                                            mediaType = MediaType.APPLICATION_JSON,
                                            schema = @Schema(type = SchemaType.OBJECT)))
                    byte[] body) {
        var number = number(connection);
        if (!WhatsappSignature.isBy(number.appSecret(), body, signature)) {
            LOG.warnf("WhatsApp connection %s: a webhook was not signed by its app", connection);
            throw ProblemException.of(
                    401,
                    "wrong-signature",
                    "The signature is not right",
                    "Sign the body's bytes with the app secret that is configured for this connection.");
        }
        posted.of(number, body).forEach((name, arrived) -> updates.take(Channel.WHATSAPP, name, arrived));
        return "{}";
    }

    private WhatsappConnections.Number number(String connection) {
        return connections
                .named(connection)
                .orElseThrow(() -> ProblemException.notFound("Check the address of the webhook."));
    }
}
