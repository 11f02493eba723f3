package io.carryon.gateway.messenger.whatsapp;

import com.fasterxml.jackson.databind.JsonNode;
import io.carryon.gateway.contact.Handle;
import io.carryon.gateway.messenger.IncomingMessage;
import io.carryon.gateway.messenger.Reading;
import io.carryon.gateway.messenger.Update;
import io.carryon.gateway.messenger.media.MediaReference;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.Locale;
import java.util.Set;

/** Reads what WhatsApp posted of one message or one state. */
final class WhatsappReading {

    private static final Set<String> MEDIA = Set.of("image", "video", "audio", "document", "sticker");
    private static final String METHOD = "whatsapp";

    private WhatsappReading() {}

    /** @param window how long a reply may follow the message */
    static Reading of(Update update, JsonNode told, Duration window) {
        if (told.has("status")) {
            return status(told.path("status"));
        }
        var message = told.path("message");
        var from = message.path("from").asText();
        if (from.isEmpty()) {
            return new Reading.Nothing();
        }
        var type = message.path("type").asText();
        var at = message.path("timestamp").asLong() > 0
                ? Instant.ofEpochSecond(message.path("timestamp").asLong())
                : update.receivedAt();
        return new Reading.Said(new IncomingMessage(
                text(message, "/id"),
                from,
                text(told, "/contact/profile/name"),
                Handle.verified(Handle.Kind.TEL, "+" + from.replaceFirst("^\\+", ""), from, METHOD),
                at,
                WhatsappText.of(type, message),
                text(message, type.equals("reaction") ? "/reaction/message_id" : "/context/id"),
                null,
                text(message, "/referral/headline"),
                type.equals("reaction") || type.equals("system"),
                at.plus(window),
                media(type, message.path(type))));
    }

    private static List<MediaReference> media(String type, JsonNode file) {
        if (!MEDIA.contains(type) || !file.hasNonNull("id")) {
            return List.of();
        }
        var name = file.path("filename").asText();
        var mediaType = text(file, "/mime_type");
        return List.of(new MediaReference(
                file.path("id").asText(),
                name.isBlank() ? type + ending(mediaType) : name,
                mediaType,
                file.path("file_size").asLong()));
    }

    private static String ending(String mediaType) {
        return mediaType == null
                ? ""
                : switch (mediaType.split(";", 2)[0].strip()) {
                    case "image/jpeg" -> ".jpg";
                    case "image/png" -> ".png";
                    case "image/webp" -> ".webp";
                    case "video/mp4" -> ".mp4";
                    case "audio/ogg" -> ".ogg";
                    case "audio/mpeg" -> ".mp3";
                    default -> "";
                };
    }

    private static Reading status(JsonNode status) {
        var id = status.path("id").asText();
        return switch (status.path("status").asText().toLowerCase(Locale.ROOT)) {
            case "sent" -> new Reading.Delivery(id, Reading.State.SENT, null);
            case "delivered" -> new Reading.Delivery(id, Reading.State.DELIVERED, null);
            case "read", "played" -> new Reading.Delivery(id, Reading.State.READ, null);
            case "failed" ->
                new Reading.Delivery(id, Reading.State.FAILED, WhatsappErrors.reason(status.at("/errors/0")));
            default -> new Reading.Nothing();
        };
    }

    private static String text(JsonNode node, String pointer) {
        var text = node.at(pointer).asText("");
        return text.isBlank() ? null : text;
    }
}
