package io.carryon.gateway.phone.ivr;

import io.carryon.gateway.door.LanguageTag;
import jakarta.validation.constraints.NotNull;
import jakarta.validation.constraints.Pattern;
import jakarta.validation.constraints.Size;
import java.time.Instant;
import org.eclipse.microprofile.openapi.annotations.media.Schema;

/** A call as it begins. */
@Schema(additionalProperties = Schema.False.class)
public record CallForm(
        @NotNull
        @Size(max = 256)
        @Schema(
                examples = "+49301234567",
                description = "The caller's number as the network shows it; anonymous when withheld.")
        String from,

        @NotNull @Size(max = 64) @Schema(examples = "+4930555010", description = "The number dialled.")
        String to,

        @Pattern(regexp = "in|out", message = "must be in or out")
        @Schema(examples = "in", description = "Relative to us; in when left out.")
        String direction,

        @Schema(examples = "2026-03-02T09:14:00Z") Instant startedAt,

        @Size(max = 200) @Schema(examples = "Marta Nowak") String callerName,

        @LanguageTag
        @Schema(examples = "de", pattern = LanguageTag.FORM, maxLength = LanguageTag.LENGTH, description = "BCP 47")
        String language,

        @Size(max = 64) @Schema(examples = "billing") String queueHint) {}
