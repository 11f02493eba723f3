package io.carryon.profile.recognition.answer;

import com.fasterxml.jackson.annotation.JsonIgnoreProperties;
import java.time.Instant;
import java.util.Objects;
import java.util.UUID;

/** What this service reads of {@code io.carryon.recognition.answered.v1}: what a customer answered at a door. */
@JsonIgnoreProperties(ignoreUnknown = true)
public record RecognitionAnswered(UUID answerId, UUID contactId, Boolean same, UUID issueId, Instant at) {

    public RecognitionAnswered {
        Objects.requireNonNull(answerId, "answerId");
        Objects.requireNonNull(contactId, "contactId");
        Objects.requireNonNull(same, "same");
        Objects.requireNonNull(at, "at");
    }

    LinkAnswer answer() {
        return new LinkAnswer(
                answerId,
                contactId,
                same ? LinkAnswer.Verdict.SAME : LinkAnswer.Verdict.OTHER,
                issueId,
                false,
                null,
                at);
    }
}
