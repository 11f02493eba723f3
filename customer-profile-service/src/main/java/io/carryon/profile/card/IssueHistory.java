package io.carryon.profile.card;

import com.fasterxml.jackson.annotation.JsonInclude;
import io.carryon.profile.identity.Promise;
import java.time.Instant;
import java.util.List;
import org.eclipse.microprofile.openapi.annotations.media.Schema;

/**
 * What came before on the same issue.
 *
 * @param contactNumber the how manieth contact about it this is, from 1
 * @param channels used so far, this contact's last
 * @param handledBy who answered, the first first, at most 5
 * @param owner who works on its latest ticket, or null
 * @param promised how often the customer was promised to hear from us by a time; some may neither be kept nor broken yet
 * @param promises the last 3, newest first
 * @param reopened how often it was not settled although it had seemed so
 * @param unanswered earlier contacts that nobody answered, of the last 12
 */
@JsonInclude(JsonInclude.Include.NON_NULL)
@Schema(name = "CardIssueHistory")
public record IssueHistory(
        @Schema(examples = "3") int contactNumber,
        Instant firstContactAt,
        List<String> channels,
        List<String> handledBy,
        String owner,
        int promised,
        int kept,
        int broken,
        List<Promised> promises,
        int reopened,
        int unanswered) {

    private static final int MOST_PROMISES = 3;

    /** How a promise stands. */
    public enum Standing {
        OPEN,
        KEPT,
        BROKEN
    }

    /** A promise as it stood when the contact arrived. */
    @JsonInclude(JsonInclude.Include.NON_NULL)
    @Schema(name = "CardPromise")
    public record Promised(
            @Schema(examples = "We call you back tomorrow morning.")
            String text,

            Instant madeAt,
            Instant dueAt,
            Standing standing) {

        static Promised of(Promise promise, Instant now) {
            return new Promised(
                    promise.text(),
                    promise.madeAt(),
                    promise.dueAt(),
                    promise.kept() ? Standing.KEPT : promise.broken(now) ? Standing.BROKEN : Standing.OPEN);
        }
    }

    static IssueHistory of(Experience of) {
        return new IssueHistory(
                of.contactNumber(),
                of.firstContactAt(),
                of.channels().stream().distinct().toList(),
                of.agents(),
                of.owner(),
                of.promised(),
                of.kept(),
                of.broken(),
                of.promises().stream()
                        .limit(MOST_PROMISES)
                        .map(promise -> Promised.of(promise, of.now()))
                        .toList(),
                of.reopened(),
                of.unanswered().size());
    }
}
