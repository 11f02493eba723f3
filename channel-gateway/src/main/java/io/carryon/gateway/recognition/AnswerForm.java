package io.carryon.gateway.recognition;

import jakarta.validation.constraints.NotNull;
import org.eclipse.microprofile.openapi.annotations.media.Schema;

/** The customer's answer to the recognition question. */
@Schema(name = "RecognitionAnswerForm", additionalProperties = Schema.False.class)
public record AnswerForm(
        @NotNull @Schema(examples = "true", description = "True when it is about the same as asked.")
        Boolean same) {}
