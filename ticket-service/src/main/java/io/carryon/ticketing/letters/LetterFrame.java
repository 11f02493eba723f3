package io.carryon.ticketing.letters;

import io.carryon.ticketing.problem.ProblemException;
import io.carryon.ticketing.wording.Language;
import io.carryon.ticketing.wording.Template;
import jakarta.validation.constraints.NotBlank;
import jakarta.validation.constraints.NotNull;
import jakarta.validation.constraints.Pattern;
import jakarta.validation.constraints.Size;
import java.util.Map;
import org.eclipse.microprofile.openapi.annotations.media.Schema;

/** The frames of a queue's letters, by language. */
@Schema(name = "LetterSetting")
public record LetterFrame(
        @NotNull
        @Size(max = 20)
        @Schema(
                description =
                        "By ISO 639-1 code, 10,000 characters at most each, with {{text}} on a line of its own; "
                                + "other languages have the usual frame. Lines with a place that nothing is known for are left out",
                examples = "{\"en\":\"{{text}}\\n\\n-- \\n{{signature}}\\nExample Ltd, ticket {{ticket-number}}\"}")
        Map<String, @NotBlank @Size(max = 10_000) @Pattern(regexp = "[^\\x00]*") String> texts) {

    /** 400 naming the text for a language we have no words in, for an unknown place, and for one without the text. */
    void check() {
        texts.forEach((code, frame) -> {
            var pointer = "/texts/" + code;
            if (Language.of(code).filter(known -> known.code().equals(code)).isEmpty()) {
                throw ProblemException.invalid(pointer, "must be in one of " + Language.codes());
            }
            var unknown = Template.places(frame).stream()
                    .filter(place -> !FrameText.places().contains(place))
                    .toList();
            if (!unknown.isEmpty()) {
                throw ProblemException.invalid(
                        pointer, "must have no other places than %s: %s".formatted(FrameText.places(), unknown));
            }
            if (!FrameText.hasRoom(frame)) {
                throw ProblemException.invalid(pointer, "must have {{text}} once, on a line of its own");
            }
        });
    }

    /** The frame in a language. */
    String in(Language language) {
        return texts.getOrDefault(language.code(), FrameText.usual(language));
    }
}
