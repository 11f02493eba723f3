package io.carryon.gateway.article;

import com.fasterxml.jackson.annotation.JsonInclude;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.LocalDate;
import java.util.UUID;
import org.eclipse.microprofile.openapi.annotations.media.Schema;

/** An article that a search found, as customers see it; the summary is its text's beginning. */
@JsonInclude(JsonInclude.Include.NON_NULL)
public record FoundArticle(
        UUID id,
        @Schema(examples = "How do I download my invoice?") String title,

        @Schema(examples = "Open My account, then Invoices.")
        String summary,

        @Schema(examples = "en") String language,

        @Schema(description = "When staff last found it right")
        LocalDate lastVerifiedOn) {

    private static final int SUMMARY = 200;

    static FoundArticle of(ResultSet row) throws SQLException {
        return of(
                row.getObject("article_id", UUID.class),
                row.getString("title"),
                row.getString("body"),
                row.getString("language"),
                row.getObject("last_verified_on", LocalDate.class));
    }

    static FoundArticle of(UUID id, String title, String text, String language, LocalDate lastVerifiedOn) {
        var line = text.replace('\n', ' ');
        var end = line.length() <= SUMMARY ? line.length() : line.lastIndexOf(' ', SUMMARY);
        var summary = end == line.length() ? line : line.substring(0, end < SUMMARY / 2 ? SUMMARY : end) + " …";
        return new FoundArticle(id, title, summary, language, lastVerifiedOn);
    }
}
