package io.carryon.gateway.chat;

import jakarta.validation.Valid;
import jakarta.validation.constraints.Pattern;
import jakarta.validation.constraints.Size;
import org.eclipse.microprofile.openapi.annotations.media.Schema;

/** A chat to be opened for a visitor. */
@Schema(additionalProperties = Schema.False.class)
public record ChatSessionForm(
        @Valid Visitor visitor,

        @Size(max = 2_000) @Schema(examples = "https://www.example.com/invoices")
        String pageUrl,

        @Pattern(regexp = "[A-Za-z]{2,3}(-[A-Za-z0-9]{2,8})*", message = "must be a BCP 47 language tag")
        @Size(max = 35)
        @Schema(examples = "pl")
        String language) {

    Visitor whoever() {
        return visitor == null ? Visitor.UNKNOWN : visitor;
    }
}
