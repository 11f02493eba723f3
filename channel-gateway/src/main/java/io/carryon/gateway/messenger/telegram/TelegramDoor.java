package io.carryon.gateway.messenger.telegram;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import io.carryon.gateway.contact.Channel;
import io.carryon.gateway.messenger.ArrivedUpdate;
import io.carryon.gateway.messenger.Setup;
import io.carryon.gateway.messenger.Updates;
import io.carryon.gateway.problem.Problem;
import io.carryon.gateway.problem.ProblemException;
import io.smallrye.common.annotation.RunOnVirtualThread;
import jakarta.annotation.security.PermitAll;
import jakarta.ws.rs.Consumes;
import jakarta.ws.rs.HeaderParam;
import jakarta.ws.rs.POST;
import jakarta.ws.rs.Path;
import jakarta.ws.rs.PathParam;
import jakarta.ws.rs.Produces;
import jakarta.ws.rs.core.MediaType;
import java.io.IOException;
import java.util.List;
import org.eclipse.microprofile.openapi.annotations.Operation;
import org.eclipse.microprofile.openapi.annotations.enums.SchemaType;
import org.eclipse.microprofile.openapi.annotations.media.Content;
import org.eclipse.microprofile.openapi.annotations.media.Schema;
import org.eclipse.microprofile.openapi.annotations.parameters.Parameter;
import org.eclipse.microprofile.openapi.annotations.parameters.RequestBody;
import org.eclipse.microprofile.openapi.annotations.responses.APIResponse;
import org.eclipse.microprofile.openapi.annotations.tags.Tag;
import org.jboss.logging.Logger;

/** Where Telegram posts what customers write to a bot. It is answered once it is durable. */
@Path("/v1/messengers/telegram/{connection}")
@PermitAll
@RunOnVirtualThread
@Tag(name = "Messengers", description = "What messengers post, signed by them.")
public class TelegramDoor {

    private static final Logger LOG = Logger.getLogger(TelegramDoor.class);

    private final TelegramConnections connections;
    private final Updates updates;
    private final ObjectMapper json;

    TelegramDoor(TelegramConnections connections, Updates updates, ObjectMapper json) {
        this.connections = connections;
        this.updates = updates;
        this.json = json;
    }

    @POST
    @Consumes(MediaType.APPLICATION_JSON)
    @Produces({MediaType.APPLICATION_JSON, Problem.MEDIA_TYPE})
    @Operation(
            operationId = "takeTelegramWebhook",
            summary = "What customers write to a bot of Telegram",
            description = "Set it by setWebhook with the configured secret as secret_token. The same again changes"
                    + " nothing.")
    @APIResponse(
            responseCode = "200",
            description = "It is durable",
            content = @Content(mediaType = MediaType.APPLICATION_JSON, schema = @Schema(type = SchemaType.OBJECT)))
    @APIResponse(responseCode = "400", description = "No update of Telegram's")
    @APIResponse(responseCode = "401", description = "Not with the secret")
    @APIResponse(responseCode = "404", description = "There is no such connection")
    @APIResponse(responseCode = "503", description = "It cannot be kept now; to be posted again")
    public String take(
            @Parameter(example = "shop", description = "The configured connection") @PathParam("connection")
                    String connection,
            @HeaderParam("X-Telegram-Bot-Api-Secret-Token") @Parameter(example = "a-secret-of-our-choice")
                    String secret,
            @RequestBody(
                            required = true,
                            content =
                                    @Content(
                                            mediaType = MediaType.APPLICATION_JSON,
                                            schema = @Schema(type = SchemaType.OBJECT)))
                    byte[] body) {
        var bot = connections
                .named(connection)
                .orElseThrow(() -> ProblemException.notFound("Check the address of the webhook."));
        if (!Setup.isSame(secret, bot.secret())) {
            LOG.warnf("Telegram connection %s: a webhook came without the bot's secret", connection);
            throw ProblemException.of(
                    401,
                    "wrong-secret",
                    "The secret is not right",
                    "Call setWebhook with the secret that is configured for this connection as secret_token.");
        }
        updates.take(Channel.TELEGRAM, bot.name(), List.of(arrived(body)));
        return "{}";
    }

    private ArrivedUpdate arrived(byte[] body) {
        var update = read(body);
        var id = update.path("update_id");
        if (!id.isIntegralNumber()) {
            throw ProblemException.invalid("/update_id", "is missing; every update of Telegram's has one");
        }
        return new ArrivedUpdate("update " + id.asText(), "chat " + TelegramReading.chat(update), id.asLong(), body);
    }

    private JsonNode read(byte[] body) {
        try {
            return json.readTree(body);
        } catch (IOException e) {
            throw ProblemException.of(400, "malformed-json", "The body is not valid JSON", "Send one JSON object.");
        }
    }
}
