package io.carryon.gateway.chat;

import io.carryon.gateway.door.LanguageTag;
import io.carryon.gateway.door.TopicName;
import io.carryon.gateway.trail.SessionId;
import jakarta.validation.Valid;
import jakarta.validation.constraints.Size;
import org.eclipse.microprofile.openapi.annotations.media.Schema;

/** A chat to be opened for a visitor. */
@Schema(additionalProperties = Schema.False.class)
public record ChatSessionForm(
        @Valid Visitor visitor,

        @Size(max = 2_000) @Schema(examples = "https://www.example.com/invoices")
        String pageUrl,

        @LanguageTag
        @Schema(examples = "pl", pattern = LanguageTag.FORM, maxLength = LanguageTag.LENGTH, description = "BCP 47")
        String language,

        @TopicName
        @Schema(
                examples = "billing",
                pattern = TopicName.FORM,
                minLength = 1,
                maxLength = TopicName.LENGTH,
                description = TopicName.MEANING)
        String topic,

        @SessionId
        @Schema(
                examples = "pXk2v0bq9Lr4Jt7cW1nZsA",
                pattern = SessionId.FORM,
                minLength = 22,
                maxLength = 64,
                description = SessionId.MEANING)
        String selfServiceSession) {

    /** One that nothing was tried before. */
    public ChatSessionForm(Visitor visitor, String pageUrl, String language, String topic) {
        this(visitor, pageUrl, language, topic, null);
    }

    Visitor whoever() {
        return visitor == null ? Visitor.UNKNOWN : visitor;
    }
}
