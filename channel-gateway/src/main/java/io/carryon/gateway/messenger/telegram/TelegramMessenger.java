package io.carryon.gateway.messenger.telegram;

import com.fasterxml.jackson.databind.ObjectMapper;
import io.carryon.gateway.contact.Channel;
import io.carryon.gateway.messenger.Conversation;
import io.carryon.gateway.messenger.Messenger;
import io.carryon.gateway.messenger.OutgoingPart;
import io.carryon.gateway.messenger.Reading;
import io.carryon.gateway.messenger.TextParts;
import io.carryon.gateway.messenger.Update;
import io.carryon.gateway.messenger.media.Media;
import io.carryon.gateway.messenger.media.MediaGone;
import io.carryon.gateway.messenger.media.MediaReference;
import io.carryon.gateway.messenger.provider.ProviderRefused;
import io.carryon.gateway.messenger.provider.ProviderSilent;
import io.carryon.gateway.messenger.telegram.TelegramConnections.Bot;
import io.carryon.gateway.reply.NotDelivered;
import io.carryon.gateway.reply.ReplyRequested;
import jakarta.enterprise.context.ApplicationScoped;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import org.jboss.logging.Logger;

/** Telegram, by a bot. */
@ApplicationScoped
class TelegramMessenger implements Messenger {

    private static final Logger LOG = Logger.getLogger(TelegramMessenger.class);
    private static final int TEXT_LIMIT = 4_096;
    private static final int PICTURE_LIMIT = 10_000_000;

    private final TelegramConnections connections;
    private final TelegramApi api;
    private final ObjectMapper json;

    TelegramMessenger(TelegramConnections connections, TelegramApi api, ObjectMapper json) {
        this.connections = connections;
        this.api = api;
        this.json = json;
    }

    @Override
    public Channel channel() {
        return Channel.TELEGRAM;
    }

    @Override
    public Reading read(Update update) {
        try {
            return TelegramReading.of(update, json.readTree(update.payload()));
        } catch (IOException e) {
            throw new UncheckedIOException("What was kept as JSON is none", e);
        }
    }

    @Override
    public Media open(String connection, MediaReference reference) throws IOException, MediaGone {
        var bot = connections
                .named(connection)
                .orElseThrow(() -> new MediaGone("there is no connection \"%s\" any more".formatted(connection)));
        return api.open(bot, reference.id());
    }

    @Override
    public List<OutgoingPart> parts(Conversation conversation, ReplyRequested reply, Instant now) {
        var bot = bot(conversation.connection());
        var chat = conversation.address();
        var parts = new ArrayList<OutgoingPart>();
        for (var text : TextParts.of(reply.text(), TEXT_LIMIT)) {
            var message = api.message(chat).put("text", text);
            var answered = reply.thread() == null ? null : reply.thread().inReplyTo();
            if (parts.isEmpty()) {
                TelegramIds.messageIn(bot.name(), chat, answered)
                        .ifPresent(id -> message.putObject("reply_parameters")
                                .put("message_id", id)
                                .put("allow_sending_without_reply", true));
            }
            parts.add(() -> api.send(bot, message));
        }
        for (var file : reply.attachments()) {
            parts.add(() -> api.send(bot, chat, isPicture(file) ? "photo" : "document", file));
        }
        return parts;
    }

    private static boolean isPicture(ReplyRequested.AttachedFile file) {
        return file.mediaType().matches("image/(jpeg|png)") && file.size() <= PICTURE_LIMIT;
    }

    @Override
    public void say(String connection, String address, String text) {
        try {
            api.send(bot(connection), api.message(address).put("text", text));
        } catch (ProviderRefused | ProviderSilent e) {
            LOG.infof("Telegram connection %s: a hint did not go out: %s", connection, e.getMessage());
        }
    }

    private Bot bot(String connection) {
        return connections
                .named(connection)
                .orElseThrow(() -> new NotDelivered(
                        "There is no Telegram connection \"%s\" any more".formatted(connection), null));
    }
}
