package io.carryon.gateway.chat;

import io.carryon.gateway.problem.ProblemException;
import jakarta.validation.Valid;
import jakarta.validation.constraints.NotBlank;
import jakarta.validation.constraints.NotNull;
import jakarta.validation.constraints.Size;
import java.util.List;
import java.util.UUID;
import org.eclipse.microprofile.openapi.annotations.media.Schema;

/** What a visitor writes, by socket or REST. */
@Schema(name = "ChatVisitorMessage", additionalProperties = Schema.False.class)
public record VisitorMessage(
        @NotBlank
        @Size(max = 64)
        @Schema(
                required = true,
                description = "The browser's name for the message, fresh for each, the same when sent again",
                examples = "5a0e9d2c-1f0b-4c35-8a35-6a5a5a8a1f00")
        String clientId,

        @Size(max = 4_000)
        @Schema(description = "May be blank with attachments", examples = "My invoice of May is wrong.")
        String text,

        @Size(max = 10) @Schema(description = "Files uploaded before, each sent once")
        List<@NotNull @Valid Attached> attachments) {

    /** A file uploaded to this chat. */
    @Schema(name = "ChatAttachedFile", additionalProperties = Schema.False.class)
    public record Attached(
            @NotNull @Schema(required = true, examples = "0197c1a0-4c1e-7d50-8e06-6a7f0f6f4a10")
            UUID id) {}

    /** Itself when there is something in it; 400 naming the field. */
    public VisitorMessage checked() {
        if (clientId == null || clientId.isBlank()) {
            throw ProblemException.invalid("/clientId", "must not be blank");
        }
        if ((text == null || text.isBlank()) && files().isEmpty()) {
            throw ProblemException.invalid("/text", "must not be blank without attachments");
        }
        return this;
    }

    String words() {
        return text == null ? "" : text;
    }

    List<UUID> files() {
        return attachments == null
                ? List.of()
                : attachments.stream().map(Attached::id).distinct().toList();
    }
}
