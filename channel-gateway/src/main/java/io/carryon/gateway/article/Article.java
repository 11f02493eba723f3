package io.carryon.gateway.article;

import com.fasterxml.jackson.annotation.JsonIgnore;
import com.fasterxml.jackson.annotation.JsonInclude;
import java.time.Instant;
import java.time.LocalDate;
import java.util.List;
import java.util.UUID;
import org.eclipse.microprofile.openapi.annotations.media.Schema;

/**
 * An article as staff see it.
 *
 * @param place grows with each article
 * @param html fit to be shown
 * @param text the same without marks
 * @param overdue published, and nobody has said for too long that it is right
 */
@JsonInclude(JsonInclude.Include.NON_NULL)
public record Article(
        UUID id,
        @JsonIgnore long place,
        @JsonIgnore String payloadHash,
        String language,
        String title,
        String html,
        String text,
        List<String> keywords,
        String topic,
        String owner,
        ArticleStatus status,
        LocalDate lastVerifiedOn,
        String lastVerifiedBy,
        boolean overdue,
        int revision,
        Instant createdAt,
        Instant updatedAt,
        String updatedBy,
        Instant publishedAt,
        Feedback feedback) {

    /**
     * What customers said of it.
     *
     * @param helpfulRatio of those who said whether it helped, from 0 to 1; null when nobody did
     * @param solved visits that it ended without a contact
     */
    @JsonInclude(JsonInclude.Include.NON_NULL)
    @Schema(name = "ArticleFeedback")
    public record Feedback(int helpful, int unhelpful, Double helpfulRatio, int solved) {

        static Feedback of(int helpful, int unhelpful, int solved) {
            var said = helpful + unhelpful;
            return new Feedback(
                    helpful, unhelpful, said == 0 ? null : Math.round(1000.0 * helpful / said) / 1000.0, solved);
        }
    }
}
