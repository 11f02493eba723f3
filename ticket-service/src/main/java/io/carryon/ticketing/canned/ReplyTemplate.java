package io.carryon.ticketing.canned;

import io.carryon.ticketing.composing.Placeholder;
import io.carryon.ticketing.problem.ProblemException;
import io.carryon.ticketing.wording.Language;
import io.carryon.ticketing.wording.Template;
import jakarta.validation.constraints.NotBlank;
import jakarta.validation.constraints.NotEmpty;
import jakarta.validation.constraints.Pattern;
import jakarta.validation.constraints.Size;
import java.util.Map;
import java.util.Optional;
import org.eclipse.microprofile.openapi.annotations.media.Schema;

/** Text that is kept ready, in some languages, with places for what differs. */
@Schema(name = "TemplateSetting")
public record ReplyTemplate(
        @NotBlank
        @Size(max = 200)
        @Pattern(regexp = "[^\\x00]*", message = "must not contain NUL characters")
        @Schema(description = "For staff", examples = "Invoice corrected")
        String title,

        @NotEmpty
        @Size(max = 20)
        @Schema(
                description =
                        "By ISO 639-1 code, 20,000 characters at most each; with places such as {{customer-name}} "
                                + "of GET /v1/placeholders and no others",
                examples = "{\"en\":\"Dear {{customer-name}}, the invoice is corrected: {{solution}}\"}")
        Map<String, @NotBlank @Size(max = 20_000) @Pattern(regexp = "[^\\x00]*") String> texts) {

    /** 400 naming the text for a language we have no words in, and for a place that nothing is known for. */
    void check() {
        texts.forEach((code, text) -> {
            if (Language.of(code).filter(known -> known.code().equals(code)).isEmpty()) {
                throw ProblemException.invalid("/texts/" + code, "must be in one of " + Language.codes());
            }
            var unknown = Template.places(text).stream()
                    .filter(place -> Placeholder.of(place).isEmpty())
                    .toList();
            if (!unknown.isEmpty()) {
                throw ProblemException.invalid(
                        "/texts/" + code,
                        "must have no other places than %s: %s".formatted(Placeholder.keys(), unknown));
            }
        });
    }

    /** The language it is used in: the one that is asked for, else English, else any. */
    Language language(Language asked) {
        return Optional.of(asked)
                .filter(language -> texts.containsKey(language.code()))
                .or(() -> Optional.of(Language.EN).filter(language -> texts.containsKey(language.code())))
                .or(() -> texts.keySet().stream().sorted().findFirst().flatMap(Language::of))
                .orElse(asked);
    }
}
