package io.carryon.gateway.chat;

import com.fasterxml.jackson.annotation.JsonProperty;
import java.util.UUID;
import org.eclipse.microprofile.openapi.annotations.media.Schema;

/** A file of a chat as its visitor's browser names it. */
@Schema(name = "ChatFile")
public record ShownFile(
        UUID id,
        @Schema(examples = "invoice-may.pdf") String name,

        @Schema(description = "As its bytes say, whatever was claimed", examples = "application/pdf")
        String mediaType,

        @Schema(description = "In bytes", examples = "20417")
        long size) {

    /** Where the bytes are, for this chat's token. */
    @JsonProperty
    @Schema(
            readOnly = true,
            examples = "/v1/chat/conversation/files/0197c1a0-4c1e-7d50-8e06-6a7f0f6f4a10",
            description = "On this service, with the header Carryon-Chat-Token")
    public String url() {
        return "/v1/chat/conversation/files/" + id;
    }

    public static ShownFile of(ChatFile file) {
        return new ShownFile(file.id(), file.name(), file.mediaType(), file.size());
    }
}
