package io.carryon.profile.history;

import com.fasterxml.jackson.annotation.JsonIgnoreProperties;
import com.fasterxml.jackson.annotation.JsonInclude;
import io.carryon.profile.identity.Texts;
import java.time.Instant;
import java.util.List;
import java.util.Optional;
import java.util.UUID;
import org.eclipse.microprofile.openapi.annotations.media.Schema;

/**
 * What a customer looked for and read before they turned to a person, the latest last.
 *
 * @param solved true when they said before that an article solved it; null otherwise
 */
@JsonInclude(JsonInclude.Include.NON_NULL)
@JsonIgnoreProperties(ignoreUnknown = true)
@Schema(name = "TriedSelfService")
public record SelfService(List<Search> searches, List<Read> read, Boolean solved) {

    /** Searches kept, and articles. */
    public static final int MOST = 5;

    /** Longest words of a search, and title. */
    public static final int LONGEST_TEXT = 80;

    /** Words that were looked for, how many articles were found, and when where that is known. */
    @JsonInclude(JsonInclude.Include.NON_NULL)
    @JsonIgnoreProperties(ignoreUnknown = true)
    @Schema(name = "TriedSearch")
    public record Search(
            @Schema(examples = "download invoice") String q,
            @Schema(examples = "0") int results,
            Instant at) {}

    /** An article that was opened, and when where that is known; {@code helpful} is null when they did not say. */
    @JsonInclude(JsonInclude.Include.NON_NULL)
    @JsonIgnoreProperties(ignoreUnknown = true)
    @Schema(name = "TriedArticle")
    public record Read(
            UUID articleId,

            @Schema(examples = "How do I download my invoice?")
            String title,

            Boolean helpful,
            Instant at) {}

    public SelfService {
        searches = searches == null ? List.of() : searches;
        read = read == null ? List.of() : read;
    }

    /** The same within what is kept; empty when nothing is in it. */
    public Optional<SelfService> bounded() {
        return searches.isEmpty() && read.isEmpty() ? Optional.empty() : Optional.of(cut(MOST, LONGEST_TEXT));
    }

    /** The latest, with texts of at most so many characters. */
    public SelfService cut(int most, int longest) {
        return new SelfService(
                latest(searches, most).stream()
                        .map(search -> new Search(Texts.line(search.q(), longest), search.results(), search.at()))
                        .toList(),
                latest(read, most).stream()
                        .map(article -> new Read(
                                article.articleId(),
                                Texts.line(article.title(), longest),
                                article.helpful(),
                                article.at()))
                        .toList(),
                solved);
    }

    private static <T> List<T> latest(List<T> all, int most) {
        return all.subList(Math.max(0, all.size() - most), all.size());
    }
}
