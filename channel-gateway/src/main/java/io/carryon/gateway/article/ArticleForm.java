package io.carryon.gateway.article;

import io.carryon.gateway.door.TopicName;
import jakarta.validation.constraints.NotBlank;
import jakarta.validation.constraints.NotNull;
import jakarta.validation.constraints.Pattern;
import jakarta.validation.constraints.Size;
import java.util.List;
import org.eclipse.microprofile.openapi.annotations.media.Schema;

/** An article as staff write it. */
@Schema(additionalProperties = Schema.False.class)
public record ArticleForm(
        @NotBlank
        @Size(max = 200)
        @Pattern(regexp = "[^\\r\\n\\x00]*", message = "must be one line")
        @Schema(examples = "How do I download my invoice?")
        String title,

        @NotBlank
        @Size(max = 100_000)
        @Schema(
                description =
                        "HTML: headings, paragraphs, lists, tables, links; anything else is taken out. No scripts.",
                examples = "<h2>On the web site</h2><p>Open <b>My account</b>, then <b>Invoices</b>.</p>")
        String body,

        @NotNull
        @Pattern(regexp = "en|de|fr|es|pl|ro|lt", message = "must be one of en, de, fr, es, pl, ro, lt")
        @Schema(examples = "en")
        String language,

        @Size(max = 50)
        @Schema(description = "What else customers call it, misspellings too", examples = "[\"bill\", \"receipt\"]")
        List<@NotBlank @Size(max = 100) @Pattern(regexp = "[^\\r\\n\\x00]*", message = "must be one line") String>
                keywords,

        @TopicName
        @Schema(
                examples = "billing",
                pattern = TopicName.FORM,
                minLength = 1,
                maxLength = TopicName.LENGTH,
                description = "What it is about")
        String topic,

        @Size(max = 200)
        @Schema(description = "Who of staff answers for it; whoever created it when left out", examples = "maria")
        String owner) {

    List<String> givenKeywords() {
        return keywords == null ? List.of() : keywords;
    }
}
