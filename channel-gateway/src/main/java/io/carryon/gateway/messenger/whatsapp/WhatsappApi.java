package io.carryon.gateway.messenger.whatsapp;

import com.fasterxml.jackson.databind.ObjectMapper;
import com.fasterxml.jackson.databind.node.ObjectNode;
import io.carryon.gateway.contact.Archive;
import io.carryon.gateway.messenger.MessengerConfig;
import io.carryon.gateway.messenger.media.Media;
import io.carryon.gateway.messenger.media.MediaGone;
import io.carryon.gateway.messenger.provider.MultipartForm;
import io.carryon.gateway.messenger.provider.ProviderApi;
import io.carryon.gateway.messenger.provider.ProviderRefused;
import io.carryon.gateway.messenger.provider.ProviderSilent;
import io.carryon.gateway.messenger.whatsapp.WhatsappConnections.Number;
import io.carryon.gateway.reply.NotDelivered;
import io.carryon.gateway.reply.ReplyRequested.AttachedFile;
import jakarta.enterprise.context.ApplicationScoped;
import java.io.IOException;
import java.net.URI;
import java.net.http.HttpRequest;
import java.net.http.HttpRequest.BodyPublishers;

/** The calls of the Graph API that there are. */
@ApplicationScoped
class WhatsappApi {

    private final WhatsappConfig config;
    private final Archive archive;
    private final ObjectMapper json;
    private final ProviderApi api;

    WhatsappApi(WhatsappConfig config, MessengerConfig messengers, Archive archive, ObjectMapper json) {
        this.config = config;
        this.archive = archive;
        this.json = json;
        this.api = new ProviderApi(
                messengers.http().connectWithin(), messengers.http().answerWithin(), json);
    }

    /** Sends a message and returns its id; throws {@link NotDelivered} for what passes. */
    String send(Number number, ObjectNode message) throws ProviderRefused, ProviderSilent {
        message.put("messaging_product", "whatsapp").put("recipient_type", "individual");
        var answer = api.send(request(number, number.phoneNumberId() + "/messages")
                .header("Content-Type", "application/json")
                .POST(BodyPublishers.ofString(message.toString())));
        WhatsappErrors.check(answer);
        return answer.body().at("/messages/0/id").asText();
    }

    /** Uploads a file and returns its id; nothing reaches the customer. */
    String upload(Number number, AttachedFile file) throws ProviderRefused {
        var form = new MultipartForm()
                .field("messaging_product", "whatsapp")
                .field("type", file.mediaType())
                .file(
                        "file",
                        file.name(),
                        file.mediaType(),
                        file.size(),
                        () -> archive.open(file.sha256()).orElseThrow());
        var answer = api.ask(request(number, number.phoneNumberId() + "/media")
                .header("Content-Type", form.contentType())
                .POST(form.body()));
        WhatsappErrors.check(answer);
        return answer.body().path("id").asText();
    }

    /** Opens a file a customer sent: its address is asked for first, and is good for minutes only. */
    Media open(Number number, String mediaId) throws IOException, MediaGone {
        if (!mediaId.matches("[A-Za-z0-9_-]{1,200}")) {
            throw new MediaGone("its id is none");
        }
        URI address;
        try {
            var answer = api.ask(request(number, mediaId).GET());
            WhatsappErrors.check(answer);
            address = URI.create(answer.body().path("url").asText());
        } catch (ProviderRefused | IllegalArgumentException e) {
            throw new MediaGone(e.getMessage());
        } catch (NotDelivered e) {
            throw new IOException(e.getMessage(), e);
        }
        if (!isTrusted(address)) {
            throw new MediaGone("WhatsApp names an address that our token is not shown to");
        }
        return read(api.open(authorized(number, HttpRequest.newBuilder(address)).GET()));
    }

    private static Media read(ProviderApi.Opened opened) throws IOException, MediaGone {
        if (opened.status() / 100 == 2) {
            return new Media(opened.content(), opened.mediaType(), opened.size());
        }
        opened.close();
        if (opened.status() == 404 || opened.status() == 410) {
            throw new MediaGone("WhatsApp does not have it any more");
        }
        throw new IOException("WhatsApp answered with " + opened.status());
    }

    /** Whoever is shown our token can write in our name. */
    private boolean isTrusted(URI address) {
        var isOurs = config.baseUrl().getScheme().equals(address.getScheme())
                && config.baseUrl().getAuthority().equals(address.getAuthority());
        return isOurs
                || ("https".equals(address.getScheme())
                        && address.getHost() != null
                        && config.mediaHosts().contains(address.getHost()));
    }

    private HttpRequest.Builder request(Number number, String path) {
        var base = config.baseUrl().toString().replaceFirst("/+$", "");
        return authorized(number, HttpRequest.newBuilder(URI.create(base + "/" + config.version() + "/" + path)));
    }

    private static HttpRequest.Builder authorized(Number number, HttpRequest.Builder request) {
        return request.header("Authorization", "Bearer " + number.accessToken());
    }

    ObjectNode message(String to) {
        return json.createObjectNode().put("to", to);
    }
}
