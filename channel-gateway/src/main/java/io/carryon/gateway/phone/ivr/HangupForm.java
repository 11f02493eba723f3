package io.carryon.gateway.phone.ivr;

import jakarta.validation.constraints.Size;
import java.time.Instant;
import org.eclipse.microprofile.openapi.annotations.media.Schema;

/** The end of a call. */
@Schema(additionalProperties = Schema.False.class)
public record HangupForm(
        @Schema(examples = "2026-03-02T09:20:12Z") Instant at,

        @Size(max = 64) @Schema(examples = "normalClearing", description = "As the telephone system names it.")
        String cause,

        @Size(max = 256) @Schema(examples = "+49301234567", description = "Needed when the call was not announced.")
        String from,

        @Size(max = 64) @Schema(examples = "+4930555010") String to) {}
