package io.carryon.profile.followup;

import com.fasterxml.jackson.annotation.JsonIgnoreProperties;
import io.carryon.profile.identity.Promise;
import io.carryon.profile.identity.Texts;
import io.carryon.profile.identity.TicketState;
import io.carryon.profile.identity.TicketWork;
import java.time.Instant;
import java.util.Objects;
import java.util.Optional;
import java.util.Set;
import java.util.UUID;

/**
 * What this service reads of {@code io.carryon.ticket.changed.v1}.
 *
 * @param formerIssueId the issue that has lost the ticket to {@code issueId} with this change, else null
 */
@JsonIgnoreProperties(ignoreUnknown = true)
public record TicketChanged(
        UUID ticketId,
        String number,
        UUID issueId,
        UUID customerId,
        Long revision,
        String change,
        Instant at,
        String subject,
        String status,
        String owner,
        Instant openedAt,
        Reply reply,
        Promised promise,
        Rating rating,
        UUID formerIssueId) {

    /** Longest name kept of who answered. */
    private static final int LONGEST_AUTHOR = 80;

    private static final Set<String> TAKEN_BACK = Set.of("CONTACT_MOVED_IN", "UNMERGED");

    /** A reply that staff wrote. */
    @JsonIgnoreProperties(ignoreUnknown = true)
    public record Reply(UUID replyId, String channel, String text, String author) {

        public Reply {
            Objects.requireNonNull(replyId, "reply.replyId");
        }
    }

    /** That the customer hears from us again by then, said in the reply. */
    @JsonIgnoreProperties(ignoreUnknown = true)
    public record Promised(String text, Instant dueAt) {

        public Promised {
            Objects.requireNonNull(dueAt, "promise.dueAt");
        }
    }

    /** What the customer thinks of the service, from 1 to 5. */
    @JsonIgnoreProperties(ignoreUnknown = true)
    public record Rating(Integer score) {

        public Rating {
            Objects.requireNonNull(score, "rating.score");
        }
    }

    public TicketChanged {
        Objects.requireNonNull(ticketId, "ticketId");
        Objects.requireNonNull(number, "number");
        Objects.requireNonNull(issueId, "issueId");
        Objects.requireNonNull(customerId, "customerId");
        Objects.requireNonNull(revision, "revision");
        Objects.requireNonNull(change, "change");
        Objects.requireNonNull(at, "at");
        Objects.requireNonNull(subject, "subject");
        Objects.requireNonNull(status, "status");
        Objects.requireNonNull(openedAt, "openedAt");
    }

    /** The same without what was said, for a customer who was erased. */
    TicketChanged withoutTexts() {
        return new TicketChanged(
                ticketId,
                number,
                issueId,
                customerId,
                revision,
                change,
                at,
                "",
                status,
                owner,
                openedAt,
                reply == null ? null : new Reply(reply.replyId(), reply.channel(), null, null),
                promise == null ? null : new Promised(null, promise.dueAt()),
                rating,
                formerIssueId);
    }

    /**
     * The ticket after the change.
     *
     * @param before the same ticket as last heard of; when that was after this change, what was done stays as it is
     */
    TicketState state(Optional<TicketState> before) {
        var after = new TicketState(openedAt.toEpochMilli(), revision, ticketId, number, status, subject, owner);
        var done = before.map(TicketState::workDone).orElse(TicketWork.NONE);
        return before.filter(known -> known.revision() >= revision)
                .orElseGet(() -> after.with(
                        work(done, before.map(TicketState::isOpen).orElse(true), after.isOpen(), goesBack(before))));
    }

    /** The ticket as the issue keeps it that has lost it: nothing is open there any more. */
    TicketState lost() {
        return new TicketState(openedAt.toEpochMilli(), revision, ticketId, number, "CLOSED", subject, owner);
    }

    /** A closed ticket that opens because a move or merge was taken back: nobody came back to it. */
    private boolean goesBack(Optional<TicketState> before) {
        return TAKEN_BACK.contains(change)
                && before.map(TicketState::status).filter("CLOSED"::equals).isPresent();
    }

    private TicketWork work(TicketWork before, boolean wasOpen, boolean isOpen, boolean goesBack) {
        var done = before;
        if (wasOpen && !isOpen) {
            done = done.resolved(at);
        } else if (!wasOpen && isOpen && !goesBack) {
            done = done.openAgain();
        }
        if (reply != null) {
            done = done.replied(Texts.line(reply.author(), LONGEST_AUTHOR), promised(), at);
        }
        return rating == null ? done : done.rated(rating.score(), at);
    }

    private Promise promised() {
        return promise == null
                ? null
                : new Promise(Texts.line(promise.text(), Promise.LONGEST_TEXT), at, promise.dueAt(), null);
    }
}
