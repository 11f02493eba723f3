package io.carryon.gateway.article;

import com.fasterxml.jackson.annotation.JsonInclude;
import java.time.Instant;
import java.time.LocalDate;
import java.util.UUID;
import org.eclipse.microprofile.openapi.annotations.media.Schema;

/** An article as customers read it; the HTML is fit to be shown. */
@JsonInclude(JsonInclude.Include.NON_NULL)
public record ReadArticle(
        UUID id,
        @Schema(examples = "How do I download my invoice?") String title,
        @Schema(examples = "<p>Open <b>My account</b>.</p>") String html,
        @Schema(examples = "en") String language,
        @Schema(examples = "billing") String topic,

        @Schema(description = "When staff last found it right")
        LocalDate lastVerifiedOn,

        Instant updatedAt) {

    static ReadArticle of(Article article) {
        return new ReadArticle(
                article.id(),
                article.title(),
                article.html(),
                article.language(),
                article.topic(),
                article.lastVerifiedOn(),
                article.updatedAt());
    }
}
