package io.carryon.gateway.phone.ivr;

import jakarta.validation.constraints.NotNull;
import jakarta.validation.constraints.Pattern;
import org.eclipse.microprofile.openapi.annotations.media.Schema;

/** The key the caller pressed at the recognition question. */
@Schema(name = "IvrRecognitionForm", additionalProperties = Schema.False.class)
public record DigitForm(
        @NotNull
        @Pattern(regexp = "[12]", message = "must be 1 for yes or 2 for no")
        @Schema(examples = "1", description = "1: about the same; 2: something else.")
        String digit) {

    boolean same() {
        return "1".equals(digit);
    }
}
