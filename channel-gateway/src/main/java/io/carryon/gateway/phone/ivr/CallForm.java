package io.carryon.gateway.phone.ivr;

import io.carryon.gateway.door.LanguageTag;
import io.carryon.gateway.phone.Call;
import jakarta.validation.constraints.NotBlank;
import jakarta.validation.constraints.NotNull;
import jakarta.validation.constraints.Pattern;
import jakarta.validation.constraints.Size;
import java.time.Instant;
import java.util.LinkedHashMap;
import java.util.Map;
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

        @Size(max = 64) @Schema(examples = "billing") String queueHint,

        @Size(max = 64)
        @Schema(
                examples = "TN-Validation-Passed-A",
                description = "The network's word on the number. This value alone, full attestation, verifies it; any"
                        + " other leaves it a claim.")
        String stirVerstat,

        @Size(max = 256) @Schema(examples = "a84b4c76e66710@pbx.example", description = "The SIP Call-ID.")
        String sipCallId,

        @Size(max = 20)
        @Schema(examples = "{\"twilio\": \"CA1234567890ABCDE\"}", description = "Names of the call elsewhere.")
        Map<@NotBlank @Size(max = 64) String, @NotNull @Size(max = 256) String> providerIds) {

    private static final String FULLY_ATTESTED = "TN-Validation-Passed-A";
    private static final String SIP = "sip";

    Call.Identity identity() {
        var ids = new LinkedHashMap<>(providerIds == null ? Map.<String, String>of() : providerIds);
        if (sipCallId != null) {
            ids.put(SIP, sipCallId);
        }
        return new Call.Identity(FULLY_ATTESTED.equals(stirVerstat), ids);
    }
}
