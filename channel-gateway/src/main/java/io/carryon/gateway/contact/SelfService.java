package io.carryon.gateway.contact;

import com.fasterxml.jackson.annotation.JsonInclude;
import java.time.Instant;
import java.util.List;
import java.util.UUID;

/**
 * What a customer tried in self-service before the contact, in its order: at most the latest 20 searches and articles.
 *
 * @param solved true when they said before that an article solved it; null otherwise
 */
@JsonInclude(JsonInclude.Include.NON_NULL)
public record SelfService(List<Search> searches, List<Read> read, Boolean solved) {

    /** Most searches, and most articles, that a contact carries. */
    public static final int MOST = 20;

    private static final int TEXT_LIMIT = 200;

    public SelfService {
        searches = latest(searches);
        read = latest(read);
    }

    /** Words that were looked for, how many articles were found, and when; null where an earlier version kept it. */
    @JsonInclude(JsonInclude.Include.NON_NULL)
    public record Search(String q, int results, Instant at) {

        public Search {
            q = Text.cut(Text.clean(q), TEXT_LIMIT);
        }
    }

    /**
     * An article that was opened.
     *
     * @param helpful null when the customer did not say
     * @param at when it was opened last; null where an earlier version kept it
     */
    @JsonInclude(JsonInclude.Include.NON_NULL)
    public record Read(UUID articleId, String title, Boolean helpful, Instant at) {

        public Read {
            title = Text.cut(Text.clean(title), TEXT_LIMIT);
        }
    }

    private static <T> List<T> latest(List<T> all) {
        return List.copyOf(all.subList(Math.max(0, all.size() - MOST), all.size()));
    }
}
