package io.carryon.gateway.phone.cti;

import com.fasterxml.jackson.annotation.JsonInclude;
import com.fasterxml.jackson.annotation.JsonProperty;
import org.eclipse.microprofile.openapi.annotations.media.Schema;

/**
 * What a telephone system is answered in the generic format; empty for: go on.
 *
 * @param callerIdAgain the same once more: Zammad's own pages disagree on the name
 */
@Schema(name = "CtiAnswer")
@JsonInclude(JsonInclude.Include.NON_NULL)
record CtiAnswer(
        @Schema(
                enumeration = {"reject", "dial"},
                description = "Left out: go on.")
        String action,

        @Schema(examples = "busy") String reason,

        @JsonProperty("caller_id") @Schema(examples = "+4930555010")
        String callerId,

        @JsonProperty("callerId") @Schema(examples = "+4930555010")
        String callerIdAgain,

        @Schema(examples = "+49301234567") String number) {

    static CtiAnswer of(Verdict verdict) {
        return switch (verdict) {
            case Verdict.Proceed go -> new CtiAnswer(null, null, null, null, null);
            case Verdict.Reject no -> new CtiAnswer("reject", "busy", null, null, null);
            case Verdict.Dial dial -> new CtiAnswer("dial", null, dial.callerId(), dial.callerId(), dial.number());
        };
    }
}
