package io.carryon.ticketing.fields;

import com.fasterxml.jackson.annotation.JsonInclude;
import jakarta.validation.constraints.NotBlank;
import jakarta.validation.constraints.NotNull;
import jakarta.validation.constraints.Pattern;
import jakarta.validation.constraints.Size;
import java.util.List;
import org.eclipse.microprofile.openapi.annotations.media.Schema;

/** A field that the tickets of a queue have. */
@JsonInclude(JsonInclude.Include.NON_NULL)
@Schema(name = "FieldDefinition")
public record FieldDefinition(
        @NotNull
        @Pattern(regexp = "[a-z][a-z0-9-]{0,39}", message = "must be a word such as serial-number")
        @Schema(examples = "serial-number")
        String key,

        @NotBlank
        @Size(max = 80)
        @Pattern(regexp = "[^\\x00]*", message = "must not contain NUL characters")
        @Schema(examples = "Serial number")
        String label,

        @NotNull @Schema(examples = "TEXT") Type type,

        @Schema(description = "Whether a ticket cannot be resolved or closed without a value")
        boolean required,

        @Size(max = 200)
        @Schema(description = "What can be chosen; needed for CHOICE and CHOICES, not allowed for others")
        List<@NotBlank @Size(max = 80) @Pattern(regexp = "[^\\x00]*") String> choices) {

    /** What a value is in JSON. */
    public enum Type {
        /** A text of up to 2,000 characters. */
        TEXT,
        /** A number of up to 30 digits. */
        NUMBER,
        /** A number without a fraction, of 64 bits. */
        WHOLE_NUMBER,
        /** true or false. */
        YES_NO,
        /** A day as in 2026-12-01. */
        DATE,
        /** One of the choices. */
        CHOICE,
        /** An array of choices, each once. */
        CHOICES;

        boolean isChosen() {
            return this == CHOICE || this == CHOICES;
        }
    }
}
