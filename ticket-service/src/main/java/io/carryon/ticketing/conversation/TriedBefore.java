package io.carryon.ticketing.conversation;

import com.fasterxml.jackson.annotation.JsonInclude;
import java.time.Instant;
import java.util.List;
import java.util.UUID;
import org.eclipse.microprofile.openapi.annotations.media.Schema;

/**
 * What a customer tried to help themselves before a contact, each in its order: not to be proposed to them again.
 *
 * @param solved true when they said before that an article solved it; null otherwise
 */
@JsonInclude(JsonInclude.Include.NON_NULL)
@Schema(name = "TriedBefore", description = "What the customer searched and read before this contact, the latest last")
public record TriedBefore(
        List<Search> searches,
        List<Read> read,

        @Schema(description = "True when they said before that an article solved it")
        Boolean solved) {

    /** Words that were looked for. */
    @JsonInclude(JsonInclude.Include.NON_NULL)
    @Schema(name = "TriedSearch")
    public record Search(
            @Schema(examples = "reset password") String q,

            @Schema(examples = "0", description = "Articles found")
            int results,

            @Schema(description = "When; absent with what came from earlier versions")
            Instant at) {}

    /** An article that was opened. */
    @JsonInclude(JsonInclude.Include.NON_NULL)
    @Schema(name = "TriedArticle")
    public record Read(
            UUID articleId,

            @Schema(examples = "How do I reset my password?")
            String title,

            @Schema(description = "What they said of it; absent when they said nothing")
            Boolean helpful,

            @Schema(description = "When it was opened last; absent with what came from earlier versions")
            Instant at) {}
}
