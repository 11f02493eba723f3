package io.carryon.gateway.messenger.whatsapp;

import com.fasterxml.jackson.databind.node.ObjectNode;
import io.carryon.gateway.messenger.Conversation;
import io.carryon.gateway.messenger.OutgoingPart;
import io.carryon.gateway.messenger.TextParts;
import io.carryon.gateway.messenger.provider.ProviderRefused;
import io.carryon.gateway.messenger.provider.ProviderSilent;
import io.carryon.gateway.messenger.whatsapp.WhatsappConnections.Number;
import io.carryon.gateway.reply.ReplyRequested;
import io.carryon.gateway.reply.ReplyRequested.AttachedFile;
import jakarta.enterprise.context.ApplicationScoped;
import java.util.ArrayList;
import java.util.List;

/** Makes messages of a reply: its text, cut where it is too long, then its files; outside the window a template. */
@ApplicationScoped
class WhatsappParts {

    /** Characters of one message, and of one place in a template. */
    private static final int TEXT_LIMIT = 4_096;

    private static final int PLACE_LIMIT = 1_024;

    private static final int PICTURE_LIMIT = 5_000_000;
    private static final int SOUND_LIMIT = 16_000_000;

    private final WhatsappApi api;

    WhatsappParts(WhatsappApi api) {
        this.api = api;
    }

    List<OutgoingPart> free(Number number, Conversation conversation, ReplyRequested reply) {
        var parts = new ArrayList<OutgoingPart>();
        for (var text : TextParts.of(reply.text(), TEXT_LIMIT)) {
            var message = api.message(conversation.address()).put("type", "text");
            message.putObject("text").put("body", text);
            if (parts.isEmpty() && reply.thread() != null && reply.thread().inReplyTo() != null) {
                message.putObject("context").put("message_id", reply.thread().inReplyTo());
            }
            parts.add(() -> api.send(number, message));
        }
        for (var file : reply.attachments()) {
            parts.add(new FilePart(number, conversation.address(), file));
        }
        return parts;
    }

    /** WhatsApp takes neither line ends nor runs of blanks in a template's place (error 132018). */
    List<OutgoingPart> template(Number number, Conversation conversation, ReplyRequested reply) throws ProviderRefused {
        var text = reply.text().strip().replaceAll("\\s+", " ");
        if (text.length() > PLACE_LIMIT || !reply.attachments().isEmpty()) {
            throw new ProviderRefused(WhatsappErrors.outOfWindow()
                    + " By template go at most %d characters, and no files.".formatted(PLACE_LIMIT));
        }
        var message = api.message(conversation.address()).put("type", "template");
        var template =
                message.putObject("template").put("name", number.template().name());
        template.putObject("language").put("code", number.template().language());
        var body = template.putArray("components").addObject().put("type", "body");
        body.putArray("parameters").addObject().put("type", "text").put("text", text);
        return List.of(() -> api.send(number, message));
    }

    /** A file, uploaded before. */
    private final class FilePart implements OutgoingPart {

        private final Number number;
        private final String to;
        private final AttachedFile file;
        private String mediaId;

        FilePart(Number number, String to, AttachedFile file) {
            this.number = number;
            this.to = to;
            this.file = file;
        }

        @Override
        public void prepare() throws ProviderRefused {
            mediaId = api.upload(number, file);
        }

        @Override
        public String send() throws ProviderRefused, ProviderSilent {
            var kind = kind(file);
            ObjectNode message = api.message(to).put("type", kind);
            var shown = message.putObject(kind).put("id", mediaId);
            if (kind.equals("document")) {
                shown.put("filename", file.name());
            }
            return api.send(number, message);
        }
    }

    /** What WhatsApp shows as such; everything else is a document. */
    private static String kind(AttachedFile file) {
        return switch (file.mediaType()) {
            case "image/jpeg", "image/png" -> file.size() <= PICTURE_LIMIT ? "image" : "document";
            case "video/mp4", "video/3gpp" -> file.size() <= SOUND_LIMIT ? "video" : "document";
            case "audio/aac", "audio/mp4", "audio/mpeg", "audio/amr", "audio/ogg" ->
                file.size() <= SOUND_LIMIT ? "audio" : "document";
            default -> "document";
        };
    }
}
