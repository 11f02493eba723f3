package io.carryon.gateway.phone.ivr;

import io.carryon.gateway.door.LanguageTag;
import jakarta.validation.constraints.NotNull;
import jakarta.validation.constraints.Size;
import java.time.Instant;
import org.eclipse.microprofile.openapi.annotations.media.Schema;

/** A ticket's number as the caller keyed it in. */
@Schema(name = "IvrTicketForm", additionalProperties = Schema.False.class)
public record TicketForm(
        @NotNull
        @Size(max = 64)
        @Schema(examples = "1004275#", description = "As keyed in; whatever is no digit is passed over.")
        String digits,

        @Schema(examples = "2026-03-02T09:14:25Z") Instant at,

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

    String number() {
        return digits.replaceAll("[^0-9]", "");
    }
}
