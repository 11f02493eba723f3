package io.carryon.gateway.phone.ivr;

import io.carryon.gateway.door.LanguageTag;
import io.carryon.gateway.problem.ProblemException;
import jakarta.validation.constraints.Size;
import java.time.Instant;
import org.eclipse.microprofile.openapi.annotations.media.Schema;

/** When and where a caller wants to be called back. */
@Schema(name = "IvrCallbackForm", additionalProperties = Schema.False.class)
public record CallbackForm(
        @Size(max = 64) @Schema(examples = "+49301234567", description = "The caller's own when left out.")
        String number,

        @Schema(
                examples = "2026-03-03T09:30:00Z",
                description = "The first slot from here on that has room; the next one when left out.")
        Instant notBefore,

        @Schema(examples = "2026-03-03T10:00:00Z", description = "The end of the last slot that suits.")
        Instant notAfter,

        @LanguageTag
        @Schema(
                examples = "de",
                pattern = LanguageTag.FORM,
                maxLength = LanguageTag.LENGTH,
                description = "Of the sentences to say, BCP 47; the call's when left out.")
        String language,

        @Size(max = 256) @Schema(examples = "+49301234567", description = "Needed when the call was not announced.")
        String from,

        @Size(max = 64) @Schema(examples = "+4930555010") String to) {

    CallbackForm inOrder() {
        if (notBefore != null && notAfter != null && !notAfter.isAfter(notBefore)) {
            throw ProblemException.invalid("/notAfter", "must be after notBefore");
        }
        return this;
    }
}
