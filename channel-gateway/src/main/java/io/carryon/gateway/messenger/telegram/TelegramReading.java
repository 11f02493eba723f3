package io.carryon.gateway.messenger.telegram;

import com.fasterxml.jackson.databind.JsonNode;
import io.carryon.gateway.contact.Handle;
import io.carryon.gateway.messenger.IncomingMessage;
import io.carryon.gateway.messenger.Reading;
import io.carryon.gateway.messenger.Sayings;
import io.carryon.gateway.messenger.Update;
import java.time.Instant;
import java.util.List;
import java.util.stream.Collectors;
import java.util.stream.Stream;

/** Reads an update of a bot. Only what is written to it in private is for support. */
final class TelegramReading {

    private static final String METHOD = "telegram";

    private TelegramReading() {}

    /** The chat an update is about, or what names none. */
    static String chat(JsonNode update) {
        return Stream.of("message", "edited_message", "my_chat_member")
                .map(kind -> update.path(kind).at("/chat/id").asText(""))
                .filter(id -> !id.isEmpty())
                .findFirst()
                .orElse("none");
    }

    static Reading of(Update kept, JsonNode update) {
        var isEdited = update.has("edited_message");
        var message = update.path(isEdited ? "edited_message" : "message");
        if (message.isMissingNode() || message.at("/from/is_bot").asBoolean()) {
            return new Reading.Nothing();
        }
        var chat = message.at("/chat/id").asText();
        var language = language(message);
        if (!message.at("/chat/type").asText().equals("private")) {
            return new Reading.Hint(chat, Sayings.of("groups", language), true);
        }
        var text = TelegramText.of(message);
        if (text.matches("/start(@\\S+)?( .*)?")) {
            return new Reading.Hint(chat, Sayings.of("start", language), false);
        }
        // A place that moves, say, is edited every few seconds.
        if (isEdited && !message.has("text") && !message.has("caption")) {
            return new Reading.Nothing();
        }
        return new Reading.Said(said(kept, message, chat, isEdited ? "[Edited] " + text : text, isEdited, language));
    }

    private static IncomingMessage said(
            Update kept, JsonNode message, String chat, String text, boolean isEdited, String language) {
        var seconds = message.path(isEdited ? "edit_date" : "date").asLong();
        var user = message.at("/from/id").asText(chat);
        var username = message.at("/from/username").asText("");
        var quoted = message.at("/reply_to_message/message_id");
        return new IncomingMessage(
                TelegramIds.of(
                        kept.connection(), chat, message.path("message_id").asText()),
                chat,
                name(message.path("from")),
                Handle.verified(
                        Handle.Kind.CHAT, "telegram:" + user, username.isEmpty() ? user : "@" + username, METHOD),
                seconds > 0 ? Instant.ofEpochSecond(seconds) : kept.receivedAt(),
                text,
                quoted.isMissingNode() ? null : TelegramIds.of(kept.connection(), chat, quoted.asText()),
                language,
                null,
                isEdited,
                null,
                // What was sent before is there already.
                isEdited ? List.of() : TelegramText.media(message));
    }

    private static String name(JsonNode from) {
        var name = Stream.of("first_name", "last_name")
                .map(part -> from.path(part).asText(""))
                .filter(part -> !part.isBlank())
                .collect(Collectors.joining(" "));
        return name.isEmpty() ? null : name;
    }

    private static String language(JsonNode message) {
        var code = message.at("/from/language_code").asText("");
        return code.matches("[A-Za-z]{2,3}(-[A-Za-z0-9]{2,8})*") ? code : null;
    }
}
