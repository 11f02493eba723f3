package io.carryon.gateway.recognition;

import java.time.Instant;
import java.util.UUID;
import org.eclipse.microprofile.openapi.annotations.media.Schema;

/** The customer's answer is durable; another one replaces it. */
@Schema(name = "RecognitionAnswerTaken")
public record AnswerTaken(
        @Schema(examples = "0b9f1c52-6f0e-8c43-9a55-0f6c9f1e2d11")
        UUID contactId,

        @Schema(examples = "true") boolean same,

        @Schema(examples = "2026-03-02T10:02:41.007Z", description = "When this answer was first given.")
        Instant at) {

    /** The answer of a row. */
    public static AnswerTaken of(QuestionStore.Answer answer) {
        var event = answer.event();
        return new AnswerTaken(event.contactId(), event.same(), event.at());
    }
}
