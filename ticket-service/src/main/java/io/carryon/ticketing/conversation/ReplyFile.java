package io.carryon.ticketing.conversation;

import io.carryon.ticketing.ticket.AttachedFile;
import jakarta.validation.constraints.Min;
import jakarta.validation.constraints.NotBlank;
import jakarta.validation.constraints.NotNull;
import jakarta.validation.constraints.Pattern;
import jakarta.validation.constraints.Size;
import org.eclipse.microprofile.openapi.annotations.media.Schema;

/** A file as the gateway's answer to its upload names it; also one that came with a contact. */
@Schema(name = "ReplyFile")
public record ReplyFile(
        @NotNull
        @Pattern(regexp = "[0-9a-f]{64}", message = "must be a SHA-256 in hex, as the upload answered it")
        @Schema(examples = "9f86d081884c7d659a2feaa0c55ad015a3bf4f1b2b0b822cd15d6c15b0f00a08")
        String sha256,

        @NotBlank
        @Size(max = 255)
        @Pattern(regexp = "[^\\x00-\\x1f\\x7f/\\\\]*", message = "must be a name without path or control characters")
        @Schema(examples = "offer.pdf")
        String name,

        @NotBlank
        @Size(max = 200)
        @Pattern(regexp = "[A-Za-z0-9.+-]+/[A-Za-z0-9.+-]+", message = "must be a media type without parameters")
        @Schema(examples = "application/pdf")
        String mediaType,

        @Min(1) @Schema(description = "In bytes", examples = "20417")
        long size) {

    AttachedFile attached() {
        return new AttachedFile(sha256, name, mediaType, size);
    }
}
