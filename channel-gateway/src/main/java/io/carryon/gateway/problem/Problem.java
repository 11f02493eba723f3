package io.carryon.gateway.problem;

import com.fasterxml.jackson.annotation.JsonInclude;
import java.util.List;
import org.eclipse.microprofile.openapi.annotations.media.Schema;

/** An error as RFC 9457 describes it, with the remedy in {@code detail} and one entry per wrong field. */
@JsonInclude(JsonInclude.Include.NON_EMPTY)
@Schema(description = "RFC 9457 problem details")
public record Problem(
        @Schema(examples = "urn:carryon:problem:validation") String type,
        @Schema(examples = "The request is not valid") String title,
        @Schema(examples = "400") int status,

        @Schema(examples = "Correct the fields named in errors and send the request again.")
        String detail,

        @Schema(description = "Identifies this occurrence; the same value stands in the log.")
        String instance,

        List<FieldError> errors,

        @Schema(description = "On the phone: what to say to the caller.")
        List<Sentence> say) {

    /** One without sentences. */
    public Problem(String type, String title, int status, String detail, String instance, List<FieldError> errors) {
        this(type, title, status, detail, instance, errors, List.of());
    }

    /** Media type of every error answer. */
    public static final String MEDIA_TYPE = "application/problem+json";

    /** One wrong field: an RFC 6901 pointer into the body, or the name of a parameter, and what is wrong. */
    public record FieldError(
            @Schema(examples = "/requester/email") String pointer,

            @Schema(examples = "must be a well-formed email address")
            String detail) {}

    /** A sentence to speak to a caller; {@code lang} is an ISO 639-1 code. */
    @Schema(name = "ProblemSentence")
    public record Sentence(
            @Schema(examples = "en") String lang,

            @Schema(examples = "That number is not complete. Please key it in again.")
            String text) {}
}
