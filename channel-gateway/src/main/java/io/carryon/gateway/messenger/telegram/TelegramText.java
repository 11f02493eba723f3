package io.carryon.gateway.messenger.telegram;

import com.fasterxml.jackson.databind.JsonNode;
import io.carryon.gateway.messenger.media.MediaReference;
import java.util.List;
import java.util.Set;
import java.util.TreeSet;
import java.util.stream.Collectors;
import java.util.stream.Stream;

/** What a message of any kind says, in words for staff, and the files it names. */
final class TelegramText {

    private static final List<String> FILES =
            List.of("document", "voice", "audio", "video", "video_note", "animation", "sticker");

    /** Fields every message may have; what else there is says of which kind it is. */
    private static final Set<String> COMMON = Set.of(
            "message_id",
            "message_thread_id",
            "from",
            "sender_chat",
            "date",
            "edit_date",
            "chat",
            "reply_to_message",
            "quote",
            "entities",
            "caption_entities",
            "media_group_id",
            "link_preview_options",
            "has_protected_content",
            "is_from_offline",
            "via_bot",
            "author_signature",
            "effect_id");

    private TelegramText() {}

    static String of(JsonNode message) {
        var said = message.path("text").asText(message.path("caption").asText(""));
        var forwarded = message.has("forward_origin") ? "[Forwarded] " : "";
        if (!said.isEmpty() || !media(message).isEmpty()) {
            return forwarded + said;
        } else if (message.has("venue")) {
            var venue = message.path("venue");
            return location(
                    venue.path("location"),
                    venue.path("title").asText() + ", " + venue.path("address").asText() + ", ");
        } else if (message.has("location")) {
            return location(message.path("location"), "");
        } else if (message.has("contact")) {
            return card(message.path("contact"));
        }
        return unknown(message);
    }

    private static String location(JsonNode location, String name) {
        return "Location: %s%s, %s"
                .formatted(
                        name,
                        location.path("latitude").asText(),
                        location.path("longitude").asText());
    }

    private static String card(JsonNode contact) {
        return "Contact: "
                + Stream.of("first_name", "last_name", "phone_number")
                        .map(name -> contact.path(name).asText(""))
                        .filter(word -> !word.isBlank())
                        .collect(Collectors.joining(" "));
    }

    /** Nobody has to know the kind to see that something came. */
    private static String unknown(JsonNode message) {
        var kinds = new TreeSet<String>();
        message.fieldNames().forEachRemaining(kinds::add);
        kinds.removeAll(COMMON);
        return "[A message of the kind \"%s\" came, which cannot be shown here; its original is kept]"
                .formatted(kinds.isEmpty() ? "unknown" : String.join(", ", kinds));
    }

    /** Of a photo the largest there is; the others are the same, smaller. */
    static List<MediaReference> media(JsonNode message) {
        var photos = message.path("photo");
        if (!photos.isEmpty()) {
            return List.of(reference("photo", photos.get(photos.size() - 1), "photo.jpg", "image/jpeg"));
        }
        return FILES.stream()
                .filter(message::has)
                .map(kind -> reference(kind, message.path(kind), kind, null))
                .limit(1)
                .toList();
    }

    private static MediaReference reference(String kind, JsonNode file, String name, String mediaType) {
        var given = file.path("file_name").asText("");
        var type = file.path("mime_type").asText("");
        var ending = kind.equals("voice") ? ".ogg" : kind.equals("video_note") ? ".mp4" : "";
        return new MediaReference(
                file.path("file_id").asText(),
                given.isBlank() ? name + ending : given,
                type.isBlank() ? mediaType : type,
                file.path("file_size").asLong());
    }
}
