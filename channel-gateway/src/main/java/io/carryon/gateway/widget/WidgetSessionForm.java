package io.carryon.gateway.widget;

import io.carryon.gateway.door.LanguageTag;
import io.carryon.gateway.door.TopicName;
import io.carryon.gateway.guard.Solution;
import io.carryon.gateway.trail.SessionId;
import jakarta.validation.Valid;
import jakarta.validation.constraints.Email;
import jakarta.validation.constraints.NotNull;
import jakarta.validation.constraints.Pattern;
import jakarta.validation.constraints.Size;
import org.eclipse.microprofile.openapi.annotations.media.Schema;

/** A chat that a visitor's browser opens by itself. */
@Schema(name = "WidgetSession", additionalProperties = Schema.False.class)
public record WidgetSessionForm(
        @NotNull @Size(max = 64) @Schema(description = "The site's public key", examples = "demo-site-of-this-machine")
        String site,

        @NotNull
        @Pattern(regexp = CLIENT_ID, message = "must be 22 to 64 random letters, digits, - and _")
        @Schema(
                description = "Random, fresh for each chat; the same again answers with the same chat",
                examples = "5a0e9d2c-1f0b-4c35-8a35-6a5a5a8a1f00")
        String clientId,

        @Valid Claimed visitor,

        @Size(max = 4_096)
        @Schema(
                description =
                        "Who the visitor is, as a JWT that the site's server signed with the site's secret (HS256)")
        String identity,

        @LanguageTag
        @Schema(examples = "pl", pattern = LanguageTag.FORM, maxLength = LanguageTag.LENGTH, description = "BCP 47")
        String language,

        @Size(max = 2_000) @Schema(examples = "https://www.example.com/invoices")
        String pageUrl,

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
        String selfServiceSession,

        @Size(max = 2_000) @Schema(description = "A field no person sees: stays empty", examples = "")
        String website,

        @Valid Solution proof) {

    static final String CLIENT_ID = "[A-Za-z0-9_-]{22,64}";

    /** Who the visitor says they are; nobody proved it. */
    @Schema(name = "WidgetVisitor", additionalProperties = Schema.False.class)
    public record Claimed(
            @Size(max = 200) @Schema(examples = "Marta Nowak")
            String name,

            @Email @Size(max = 320) @Schema(examples = "marta.nowak@example.com")
            String email) {}
}
