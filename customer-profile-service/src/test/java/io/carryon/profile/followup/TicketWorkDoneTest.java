package io.carryon.profile.followup;

import static org.assertj.core.api.Assertions.assertThat;

import io.carryon.profile.identity.TicketState;
import java.time.Instant;
import java.util.Optional;
import java.util.UUID;
import org.junit.jupiter.api.Test;

/** What is counted of a ticket's events is counted once, however often they come. */
class TicketWorkDoneTest {

    private static final UUID TICKET = UUID.randomUUID();
    private static final UUID ISSUE = UUID.randomUUID();

    private static TicketChanged event(long revision, String change, String status, TicketChanged.Reply reply) {
        var at = Instant.parse("2026-11-16T09:00:00Z").plusSeconds(60 * revision);
        return new TicketChanged(
                TICKET,
                "100013",
                ISSUE,
                UUID.randomUUID(),
                revision,
                change,
                at,
                "Router",
                status,
                null,
                at,
                reply,
                null,
                null,
                null);
    }

    private static TicketState after(TicketState before, TicketChanged event) {
        return event.state(Optional.ofNullable(before));
    }

    @Test
    void aTicketThatWasResolvedAndIsOpenAgainWasReopenedOnce() {
        var open = after(null, event(1, "OPENED", "NEW", null));
        var resolved = after(open, event(2, "STATUS_CHANGED", "RESOLVED", null));
        var contact = event(3, "CONTACT_ADDED", "OPEN", null);
        var again = after(resolved, contact);

        assertThat(again.workDone().reopened()).isEqualTo(1);
        assertThat(after(again, contact)).isEqualTo(again);
        assertThat(after(again, event(2, "STATUS_CHANGED", "RESOLVED", null))).isEqualTo(again);
    }

    @Test
    void aTicketWhoseContactWasOnAnotherOneForAWhileWasNotReopened() {
        var open = after(null, event(1, "OPENED", "NEW", null));
        var left = after(open, event(3, "MERGED", "CLOSED", null));
        var back = after(left, event(4, "CONTACT_MOVED_IN", "NEW", null));

        assertThat(back.isOpen()).isTrue();
        assertThat(back.workDone().reopened()).isZero();
    }

    @Test
    void aClosedTicketThatItsCustomerComesBackToWasReopened() {
        var open = after(null, event(1, "OPENED", "NEW", null));
        var closed = after(open, event(3, "STATUS_CHANGED", "CLOSED", null));
        var again = after(closed, event(4, "CONTACT_ADDED", "OPEN", null));

        assertThat(again.workDone().reopened()).isOne();
    }

    @Test
    void theFirstReplyStaysTheFirstAndWhoAnsweredStandsOnce() {
        var amy = new TicketChanged.Reply(UUID.randomUUID(), "email", "Hello", "Amy");
        var first = after(null, event(1, "REPLIED", "OPEN", amy));
        var second = after(first, event(2, "REPLIED", "OPEN", amy));

        assertThat(second.workDone().firstReplyAt()).isEqualTo(first.workDone().lastReplyAt());
        assertThat(second.workDone().lastReplyAt()).isAfter(second.workDone().firstReplyAt());
        assertThat(second.workDone().agents()).containsExactly("Amy");
    }
}
