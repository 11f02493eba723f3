package io.carryon.gateway.messenger.telegram;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import com.fasterxml.jackson.databind.node.ObjectNode;
import io.carryon.gateway.contact.Archive;
import io.carryon.gateway.messenger.MessengerConfig;
import io.carryon.gateway.messenger.media.Media;
import io.carryon.gateway.messenger.media.MediaGone;
import io.carryon.gateway.messenger.provider.MultipartForm;
import io.carryon.gateway.messenger.provider.ProviderAnswer;
import io.carryon.gateway.messenger.provider.ProviderApi;
import io.carryon.gateway.messenger.provider.ProviderRefused;
import io.carryon.gateway.messenger.provider.ProviderSilent;
import io.carryon.gateway.messenger.telegram.TelegramConnections.Bot;
import io.carryon.gateway.reply.NotDelivered;
import io.carryon.gateway.reply.ReplyRequested.AttachedFile;
import jakarta.enterprise.context.ApplicationScoped;
import java.io.IOException;
import java.net.URI;
import java.net.http.HttpRequest;
import java.net.http.HttpRequest.BodyPublishers;
import java.time.Duration;

/** The calls of the Bot API that there are. */
@ApplicationScoped
class TelegramApi {

    private static final String BLOCKED =
            "The customer has blocked the bot or left Telegram; answer by another channel (Telegram: %s)";

    private final TelegramConfig config;
    private final Archive archive;
    private final ObjectMapper json;
    private final ProviderApi api;

    TelegramApi(TelegramConfig config, MessengerConfig messengers, Archive archive, ObjectMapper json) {
        this.config = config;
        this.archive = archive;
        this.json = json;
        this.api = new ProviderApi(
                messengers.http().connectWithin(), messengers.http().answerWithin(), json);
    }

    ObjectNode message(String chat) {
        return json.createObjectNode().put("chat_id", chat);
    }

    /** Sends a text and returns the message's id; throws {@link NotDelivered} for what passes. */
    String send(Bot bot, ObjectNode message) throws ProviderRefused, ProviderSilent {
        return sent(
                bot,
                api.send(request(bot, "sendMessage")
                        .header("Content-Type", "application/json")
                        .POST(BodyPublishers.ofString(message.toString()))));
    }

    /** Sends a file, {@code kind} photo or document. */
    String send(Bot bot, String chat, String kind, AttachedFile file) throws ProviderRefused, ProviderSilent {
        var form = new MultipartForm()
                .field("chat_id", chat)
                .file(
                        kind,
                        file.name(),
                        file.mediaType(),
                        file.size(),
                        () -> archive.open(file.sha256()).orElseThrow());
        return sent(
                bot,
                api.send(request(bot, kind.equals("photo") ? "sendPhoto" : "sendDocument")
                        .header("Content-Type", form.contentType())
                        .POST(form.body())));
    }

    private String sent(Bot bot, ProviderAnswer answer) throws ProviderRefused {
        var message = checked(answer);
        return TelegramIds.of(
                bot.name(),
                message.at("/chat/id").asText(),
                message.path("message_id").asText());
    }

    /** Opens a file a customer sent; Telegram gives bots no more than 20 MB. */
    Media open(Bot bot, String fileId) throws IOException, MediaGone {
        String path;
        try {
            path = checked(api.ask(request(bot, "getFile")
                            .header("Content-Type", "application/json")
                            .POST(BodyPublishers.ofString(json.createObjectNode()
                                    .put("file_id", fileId)
                                    .toString()))))
                    .path("file_path")
                    .asText();
        } catch (ProviderRefused e) {
            throw new MediaGone(e.getMessage());
        } catch (NotDelivered e) {
            throw new IOException(e.getMessage(), e);
        }
        if (!path.matches("[A-Za-z0-9_][A-Za-z0-9_./-]{0,300}") || path.contains("..")) {
            throw new MediaGone("Telegram names no place for it");
        }
        var opened = api.open(HttpRequest.newBuilder(URI.create(base() + "/file/bot" + bot.token() + "/" + path))
                .GET());
        if (opened.status() / 100 == 2) {
            return new Media(opened.content(), opened.mediaType(), opened.size());
        }
        opened.close();
        throw new IOException("Telegram answered with " + opened.status());
    }

    /** The result; throws for what passes and for what does not. */
    private static JsonNode checked(ProviderAnswer answer) throws ProviderRefused {
        var body = answer.body();
        if (answer.isGood() && body.path("ok").asBoolean()) {
            return body.path("result");
        }
        var said = body.path("description").asText("no reason given");
        switch (answer.status()) {
            case 429 ->
                throw new NotDelivered(
                        "Telegram asks us to wait",
                        null,
                        Duration.ofSeconds(body.at("/parameters/retry_after").asLong(1)));
            case 401, 404 -> throw new NotDelivered("Telegram does not accept the bot's token", null);
            case 403 -> throw new ProviderRefused(BLOCKED.formatted(said));
            case 400 -> throw new ProviderRefused("Telegram refused it: " + said);
            default -> throw new NotDelivered("Telegram does not take it now (%d)".formatted(answer.status()), null);
        }
    }

    private HttpRequest.Builder request(Bot bot, String method) {
        return HttpRequest.newBuilder(URI.create(base() + "/bot" + bot.token() + "/" + method));
    }

    private String base() {
        return config.baseUrl().toString().replaceFirst("/+$", "");
    }
}
