package io.carryon.gateway.phone.ivr;

import io.carryon.gateway.door.LanguageTag;
import jakarta.validation.constraints.NotBlank;
import jakarta.validation.constraints.NotNull;
import jakarta.validation.constraints.Pattern;
import jakarta.validation.constraints.Size;
import java.time.Instant;
import java.util.List;
import java.util.Map;
import org.eclipse.microprofile.openapi.annotations.media.Schema;

/** The moment a caller wants a person, and what the menu has learned until then. */
@Schema(additionalProperties = Schema.False.class)
public record ZeroOutForm(
        @Schema(examples = "2026-03-02T09:14:31Z") Instant at,

        @NotNull
        @Pattern(
                regexp = "dtmf0|speech|no-input|max-retries",
                message = "must be dtmf0, speech, no-input or max-retries")
        @Schema(examples = "dtmf0")
        String trigger,

        @Size(max = 100)
        @Schema(
                examples = "[\"root\", \"billing\"]",
                description = "The menu nodes passed, in order, from the root. The last other than it is the"
                        + " contact's topic.")
        List<@NotBlank @Size(max = 100) String> menuPath,

        @Size(max = 50)
        @Schema(
                examples = "{\"accountNumber\": \"20417\"}",
                description =
                        "What the caller typed or said, by name. PINs, card numbers and the like are masked at once.")
        Map<@NotBlank @Size(max = 64) String, @NotNull @Size(max = 500) String> collected,

        @Size(max = 256) @Schema(examples = "+49301234567", description = "Needed when the call was not announced.")
        String from,

        @Size(max = 64) @Schema(examples = "+4930555010") String to,

        @Size(max = 64) @Schema(examples = "billing") String queueHint,

        @LanguageTag
        @Schema(examples = "de", pattern = LanguageTag.FORM, maxLength = LanguageTag.LENGTH, description = "BCP 47")
        String language) {

    List<String> path() {
        return menuPath == null ? List.of() : menuPath;
    }

    Map<String, String> input() {
        return collected == null ? Map.of() : collected;
    }
}
