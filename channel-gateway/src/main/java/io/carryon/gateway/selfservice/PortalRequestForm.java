package io.carryon.gateway.selfservice;

import io.carryon.gateway.door.LanguageTag;
import io.carryon.gateway.door.TopicName;
import io.carryon.gateway.trail.SessionId;
import jakarta.validation.Valid;
import jakarta.validation.constraints.NotBlank;
import jakarta.validation.constraints.NotNull;
import jakarta.validation.constraints.Pattern;
import jakarta.validation.constraints.Size;
import java.util.List;
import java.util.Map;
import org.eclipse.microprofile.openapi.annotations.media.Schema;

/** A request as the portal's server sends it on a customer's behalf. */
@Schema(additionalProperties = Schema.False.class)
public record PortalRequestForm(
        @NotNull @Valid Requester requester,

        @NotBlank
        @Size(max = 500)
        @Pattern(regexp = "[^\\r\\n]*", message = "must be one line")
        @Schema(examples = "The invoice for May is wrong")
        String subject,

        @NotBlank @Size(max = 60_000) @Schema(examples = "You charged the basic fee twice. Please look at it.")
        String text,

        @LanguageTag
        @Schema(examples = "en", pattern = LanguageTag.FORM, maxLength = LanguageTag.LENGTH, description = "BCP 47")
        String language,

        @TopicName
        @Schema(
                examples = "billing",
                pattern = TopicName.FORM,
                minLength = 1,
                maxLength = TopicName.LENGTH,
                description = TopicName.MEANING)
        String topic,

        @Size(max = 50) @Schema(description = "Files uploaded before, by their ids.")
        List<@NotNull @Valid FileRef> attachments,

        @Size(max = 50) @Schema(description = "The form's own fields, kept with the contact.")
        Map<@NotBlank @Size(max = 64) String, @NotNull @Size(max = 2_000) String> fields,

        @SessionId
        @Schema(
                examples = "pXk2v0bq9Lr4Jt7cW1nZsA",
                pattern = SessionId.FORM,
                minLength = 22,
                maxLength = 64,
                description = SessionId.MEANING)
        String selfServiceSession) {

    /** One that nothing was tried before. */
    public PortalRequestForm(
            Requester requester,
            String subject,
            String text,
            String language,
            String topic,
            List<FileRef> attachments,
            Map<String, String> fields) {
        this(requester, subject, text, language, topic, attachments, fields, null);
    }

    List<FileRef> files() {
        return attachments == null ? List.of() : attachments;
    }

    Map<String, String> givenFields() {
        return fields == null ? Map.of() : fields;
    }
}
