package io.carryon.gateway.contact;

import com.fasterxml.jackson.annotation.JsonInclude;
import com.fasterxml.jackson.annotation.JsonProperty;

/** A file of a contact; its bytes are in the archive under {@code sha256}, its size is in bytes. */
@JsonInclude(JsonInclude.Include.NON_NULL)
public record Attachment(
        String id, String name, String mediaType, long size, String sha256, Disposition disposition, String contentId) {

    private static final int NAME_LIMIT = 255;

    public Attachment {
        name = Text.cut(Text.clean(name), NAME_LIMIT);
        mediaType = Text.cut(Text.clean(mediaType), NAME_LIMIT);
        contentId = Text.cut(Text.clean(contentId), NAME_LIMIT);
    }

    /** Whether the file stands beside the text or inside it. */
    public enum Disposition {
        @JsonProperty("attachment")
        ATTACHMENT,
        @JsonProperty("inline")
        INLINE
    }
}
