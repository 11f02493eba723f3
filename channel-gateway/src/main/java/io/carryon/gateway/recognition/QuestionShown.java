package io.carryon.gateway.recognition;

import java.util.List;
import org.eclipse.microprofile.openapi.annotations.media.Schema;

/** The recognition question as its customer sees it. */
@Schema(name = "RecognitionQuestion")
public record QuestionShown(
        @Schema(examples = "I see you called on Tuesday about the double charge. Is this about the same?")
        String text,

        @Schema(examples = "en", description = "ISO 639-1") String language,

        @Schema(examples = "[\"yes\", \"no\"]", description = "What the question leaves to choose: yes is same: true.")
        List<String> answers) {

    /** The question with its two answers. */
    public static QuestionShown of(RecognitionQuestion question) {
        return new QuestionShown(question.text(), question.language(), List.of("yes", "no"));
    }
}
