package io.carryon.gateway.phone.ivr;

import io.carryon.gateway.door.LanguageTag;
import io.carryon.gateway.phone.Agent;
import jakarta.validation.constraints.Max;
import jakarta.validation.constraints.Min;
import jakarta.validation.constraints.NotNull;
import jakarta.validation.constraints.Pattern;
import jakarta.validation.constraints.Size;
import java.time.Instant;
import org.eclipse.microprofile.openapi.annotations.media.Schema;

/** One thing that happened in a call; its type says which of the fields it has. */
@Schema(name = "IvrEventForm", additionalProperties = Schema.False.class)
public record EventForm(
        @NotNull
        @Min(0)
        @Schema(examples = "3", description = "Its place among the call's events; told again, it is the same event.")
        Long seq,

        @NotNull
        @Pattern(
                regexp = "menu|input|speech|selfservice\\.resolved|answer|hold|transfer|recording|transcript|hangup",
                message = "must be menu, input, speech, selfservice.resolved, answer, hold, transfer, recording,"
                        + " transcript or hangup")
        @Schema(
                examples = "input",
                description = "menu: node; input: name, value, sensitive; speech: text; selfservice.resolved: what;"
                        + " answer: agentId or extension; hold: held, reason, until; transfer: target; recording:"
                        + " recordingId, url, durationSec, kind, consent; transcript: recordingId, text, language,"
                        + " consent; hangup: cause.")
        String type,

        @Schema(examples = "2026-03-02T09:14:12Z") Instant at,

        @Size(min = 1, max = 100) @Schema(examples = "billing")
        String node,

        @Size(min = 1, max = 64) @Schema(examples = "accountNumber")
        String name,

        @Size(max = 500) @Schema(examples = "20417") String value,

        @Schema(description = "True after a prompt for what must not be kept: the value is masked at once.")
        Boolean sensitive,

        @Size(min = 1, max = 60000)
        @Schema(description = "What was said; card numbers and IBANs in it are masked at once.")
        String text,

        @Size(min = 1, max = 500) @Schema(examples = "Balance told")
        String what,

        @Size(min = 1, max = 200) @Schema(examples = "anna.weber")
        String agentId,

        @Size(min = 1, max = 64) @Schema(examples = "204") String extension,

        @Schema(description = "False when the hold is over; true when left out.")
        Boolean held,

        @Size(max = 200) @Schema(examples = "looking up the invoice")
        String reason,

        @Schema(examples = "2026-03-02T09:18:00Z") Instant until,

        @Size(min = 1, max = 200) @Schema(examples = "+4930555011", description = "Number, queue or person.")
        String target,

        @Size(min = 1, max = 128) @Schema(examples = "rec-7f3a91")
        String recordingId,

        @Size(min = 1, max = 2000)
        @Schema(examples = "https://pbx.example/recordings/rec-7f3a91", description = "Kept, never fetched.")
        String url,

        @Min(0) @Max(86400) @Schema(examples = "34") Integer durationSec,

        @Pattern(regexp = "call|voicemail", message = "must be call or voicemail")
        @Schema(examples = "voicemail", description = "call when left out.")
        String kind,

        @Schema(description = "That the caller agreed to be recorded; without it nothing of it is kept.")
        Boolean consent,

        @LanguageTag
        @Schema(examples = "de", pattern = LanguageTag.FORM, maxLength = LanguageTag.LENGTH, description = "BCP 47")
        String language,

        @Size(max = 64) @Schema(examples = "normalClearing") String cause,

        @Size(max = 256) @Schema(examples = "+49301234567", description = "Needed when the call was not announced.")
        String from,

        @Size(max = 64) @Schema(examples = "+4930555010") String to) {

    Agent agent() {
        return agentId == null && extension == null ? null : new Agent(agentId, extension, null);
    }

    boolean isOver() {
        return Boolean.FALSE.equals(held);
    }
}
