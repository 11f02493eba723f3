package io.carryon.gateway.chat;

import com.fasterxml.jackson.annotation.JsonInclude;
import java.time.Instant;
import java.util.List;
import java.util.UUID;
import org.eclipse.microprofile.openapi.annotations.media.Schema;

/** A message as the visitor's browser gets it, by socket or REST. */
@Schema(name = "ChatMessage")
@JsonInclude(JsonInclude.Include.NON_NULL)
public record ShownMessage(
        @Schema(description = "Its place in the conversation, from 1 without gaps", examples = "3")
        int seq,

        @Schema(
                enumeration = {"you", "support"},
                examples = "support")
        String from,

        @Schema(description = "Who of support wrote it", examples = "Anna Weber")
        String author,

        @Schema(description = "The browser's own name for it; of the visitor's only")
        String clientId,

        UUID messageId,

        @Schema(examples = "How can I help?") String text,

        @Schema(description = "Left out when there are none")
        List<ShownFile> attachments,

        Instant at) {

    public static ShownMessage of(ChatMessage message) {
        return new ShownMessage(
                message.seq(),
                message.side(),
                message.author(),
                message.clientId(),
                message.messageId(),
                message.text(),
                message.files().isEmpty()
                        ? null
                        : message.files().stream().map(ShownFile::of).toList(),
                message.saidAt());
    }
}
