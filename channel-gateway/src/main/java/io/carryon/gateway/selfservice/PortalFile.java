package io.carryon.gateway.selfservice;

import com.fasterxml.jackson.annotation.JsonIgnore;
import io.carryon.gateway.contact.Attachment;
import java.util.UUID;
import org.eclipse.microprofile.openapi.annotations.media.Schema;

/** A file of a message. */
@Schema(name = "PortalFile")
public record PortalFile(
        @Schema(examples = "1f0c9a52-3f0e-4c43-9a55-0f6c9f1e2d77")
        UUID id,

        @Schema(examples = "invoice.pdf") String name,

        @Schema(examples = "application/pdf", description = "By its content, whatever the upload said.")
        String mediaType,

        @Schema(examples = "20417", description = "In bytes")
        long size,

        @JsonIgnore String sha256) {

    Attachment attachment() {
        return new Attachment(id.toString(), name, mediaType, size, sha256, Attachment.Disposition.ATTACHMENT, null);
    }
}
