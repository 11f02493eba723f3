package io.carryon.gateway.messenger.whatsapp;

import com.fasterxml.jackson.databind.ObjectMapper;
import io.carryon.gateway.contact.Channel;
import io.carryon.gateway.messenger.Conversation;
import io.carryon.gateway.messenger.Messenger;
import io.carryon.gateway.messenger.OutgoingPart;
import io.carryon.gateway.messenger.Reading;
import io.carryon.gateway.messenger.Update;
import io.carryon.gateway.messenger.media.Media;
import io.carryon.gateway.messenger.media.MediaGone;
import io.carryon.gateway.messenger.media.MediaReference;
import io.carryon.gateway.messenger.provider.ProviderRefused;
import io.carryon.gateway.messenger.whatsapp.WhatsappConnections.Number;
import io.carryon.gateway.reply.NotDelivered;
import io.carryon.gateway.reply.ReplyRequested;
import jakarta.enterprise.context.ApplicationScoped;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.time.Instant;
import java.util.List;

/** WhatsApp, by Meta's Cloud API. */
@ApplicationScoped
class WhatsappMessenger implements Messenger {

    private final WhatsappConnections connections;
    private final WhatsappConfig config;
    private final WhatsappParts parts;
    private final WhatsappApi api;
    private final ObjectMapper json;

    WhatsappMessenger(
            WhatsappConnections connections,
            WhatsappConfig config,
            WhatsappParts parts,
            WhatsappApi api,
            ObjectMapper json) {
        this.connections = connections;
        this.config = config;
        this.parts = parts;
        this.api = api;
        this.json = json;
    }

    @Override
    public Channel channel() {
        return Channel.WHATSAPP;
    }

    @Override
    public Reading read(Update update) {
        try {
            return WhatsappReading.of(update, json.readTree(update.payload()), config.window());
        } catch (IOException e) {
            throw new UncheckedIOException("What was kept as JSON is none", e);
        }
    }

    @Override
    public Media open(String connection, MediaReference reference) throws IOException, MediaGone {
        var number = connections
                .named(connection)
                .orElseThrow(() -> new MediaGone("there is no connection \"%s\" any more".formatted(connection)));
        return api.open(number, reference.id());
    }

    @Override
    public List<OutgoingPart> parts(Conversation conversation, ReplyRequested reply, Instant now)
            throws ProviderRefused {
        var number = number(conversation.connection());
        var isOpen = now.isBefore(conversation.writtenAt().plus(config.window()));
        if (!isOpen && number.template() == null) {
            throw new ProviderRefused(WhatsappErrors.outOfWindow());
        }
        return isOpen ? parts.free(number, conversation, reply) : parts.template(number, conversation, reply);
    }

    /** We say nothing of our own accord by WhatsApp. */
    @Override
    public void say(String connection, String address, String text) {
        throw new UnsupportedOperationException();
    }

    private Number number(String connection) {
        return connections
                .named(connection)
                .orElseThrow(() -> new NotDelivered(
                        "There is no WhatsApp connection \"%s\" any more".formatted(connection), null));
    }
}
