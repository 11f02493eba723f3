package io.carryon.gateway.chat.rest;

import jakarta.validation.constraints.Min;
import jakarta.validation.constraints.NotBlank;
import jakarta.validation.constraints.NotNull;
import jakarta.validation.constraints.Size;
import java.time.Instant;
import org.eclipse.microprofile.openapi.annotations.media.Schema;

/** What a visitor's browser sends beside messages. */
public sealed interface Forms {

    /** Whether the visitor types. */
    @Schema(name = "ChatTypingForm", additionalProperties = Schema.False.class)
    record Typing(@NotNull @Schema(required = true) Boolean on) implements Forms {}

    /** How far the visitor has read. */
    @Schema(name = "ChatReadForm", additionalProperties = Schema.False.class)
    record Read(
            @NotNull @Min(0) @Schema(required = true, examples = "3")
            Integer upToSeq) implements Forms {}

    /** Why the visitor wants a person, if they say so. */
    @Schema(name = "ChatHandoffForm", additionalProperties = Schema.False.class)
    record Handoff(
            @Size(max = 500) @Schema(examples = "The answer does not help me.")
            String reason) implements Forms {}

    /** Where and when the visitor wants to be called. */
    @Schema(name = "ChatCallbackForm", additionalProperties = Schema.False.class)
    record CallBack(
            @NotBlank @Size(max = 40) @Schema(required = true, examples = "+49 30 1234567")
            String number,

            @Schema(description = "The first slot from here on that has room; the next one when left out")
            Instant notBefore,

            @Schema(description = "The end of the last slot that suits")
            Instant notAfter)
            implements Forms {}
}
