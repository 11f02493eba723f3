package io.carryon.gateway.chat;

import jakarta.validation.Valid;
import jakarta.validation.constraints.Min;
import jakarta.validation.constraints.NotBlank;
import jakarta.validation.constraints.Size;
import java.util.UUID;

/**
 * What a browser may send: {@code hello}, {@code msg}, {@code read}, {@code recognition.answer} or {@code end}, by
 * {@code t}, with its fields.
 */
public record VisitorFrame(
        @NotBlank @Size(max = 32) String t,
        @Size(max = 128) String token,
        @Valid Resume resume,
        @Size(min = 1, max = 64) String clientId,
        @Size(max = 4_000) String text,
        @Min(0) Integer upToSeq,
        Boolean same) {

    /** Goes on with a chat after the last message the browser has; {@code lastSeq} 0 asks for all. */
    public record Resume(
            UUID sessionId,
            @NotBlank @Size(max = 128) String token,
            @Min(0) int lastSeq) {}
}
