package io.carryon.profile.recognition.answer;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.carryon.profile.history.ContactLink;
import io.carryon.profile.history.ContactLink.Said;
import io.carryon.profile.history.ContactLink.State;
import io.carryon.profile.history.Issue;
import io.carryon.profile.problem.ProblemException;
import io.carryon.profile.recognition.answer.LinkAnswer.Verdict;
import java.time.Instant;
import java.util.List;
import java.util.Optional;
import java.util.UUID;
import org.junit.jupiter.api.Test;

class LinkRuleTest {

    private final UUID contact = UUID.randomUUID();
    private final UUID own = Issue.idOf(contact);
    private final UUID refund = UUID.randomUUID();
    private final UUID router = UUID.randomUUID();

    private final Recognized asked = new Recognized(contact, own, State.ASKED, List.of(refund, router), false);
    private final Recognized askedInGeneral = new Recognized(contact, own, State.ASKED, List.of(refund, router), true);
    private final Recognized linked = new Recognized(contact, refund, State.LINKED, List.of(), true);
    private final Recognized fresh = new Recognized(contact, own, State.NEW, List.of(), true);

    private LinkAnswer staff(Verdict verdict, UUID issue) {
        return new LinkAnswer(UUID.randomUUID(), contact, verdict, issue, true, "amy", Instant.EPOCH);
    }

    private LinkAnswer customer(Verdict verdict, UUID issue) {
        return new LinkAnswer(UUID.randomUUID(), contact, verdict, issue, false, null, Instant.EPOCH);
    }

    private static ContactLink first(Recognized recognized, LinkAnswer answer) {
        return new LinkRule(recognized, Optional.empty(), recognized.issueId()).after(answer);
    }

    private static ContactLink next(Recognized recognized, ContactLink standing, LinkAnswer answer) {
        return new LinkRule(recognized, Optional.of(standing), standing.issueId()).after(answer);
    }

    @Test
    void aYesToTheQuestionMovesTheContactToTheFirstCandidate() {
        var link = first(asked, customer(Verdict.SAME, null));

        assertThat(link.state()).isEqualTo(State.CUSTOMER_CONFIRMED);
        assertThat(link.fromIssueId()).isEqualTo(own);
        assertThat(link.issueId()).isEqualTo(refund);
        assertThat(first(asked, staff(Verdict.SAME, router)).issueId()).isEqualTo(router);
    }

    @Test
    void aYesToALinkOnlyConfirmsIt() {
        var link = first(linked, staff(Verdict.SAME, null));

        assertThat(link.state()).isEqualTo(State.AGENT_CONFIRMED);
        assertThat(link.issueId()).isEqualTo(link.fromIssueId()).isEqualTo(refund);
    }

    @Test
    void aNoToALinkGivesTheContactAnIssueOfItsOwn() {
        var link = first(linked, customer(Verdict.OTHER, null));

        assertThat(link.state()).isEqualTo(State.REJECTED);
        assertThat(link.issueId()).isEqualTo(own);
        assertThat(link.rejected()).containsExactly(refund);
    }

    @Test
    void aNoToTheQuestionLeavesTheContactAndOffersThatIssueNoMore() {
        var link = first(asked, customer(Verdict.OTHER, null));

        assertThat(link.issueId()).isEqualTo(own);
        assertThat(link.rejected()).containsExactly(refund);
        assertThat(next(asked, link, customer(Verdict.OTHER, router)).rejected())
                .containsExactly(refund, router);
    }

    @Test
    void whoWasNotToldWhichIssueConfirmsTheOnlyOneItCanBe() {
        var asked = new Recognized(contact, own, State.ASKED, List.of(refund), true);
        var yes = first(asked, customer(Verdict.SAME, null));

        assertThat(yes.state()).isEqualTo(State.CUSTOMER_CONFIRMED);
        assertThat(yes.issueId()).isEqualTo(refund);
        assertThat(next(asked, yes, staff(Verdict.UNDONE, null)).issueId()).isEqualTo(own);
        var no = next(asked, yes, customer(Verdict.OTHER, null));
        assertThat(no.issueId()).isEqualTo(own);
        assertThat(no.rejected()).containsExactly(refund);
    }

    @Test
    void aYesThatMayMeanSeveralIssuesOrNoneIsKeptAndMovesNothing() {
        for (var recognized : List.of(askedInGeneral, fresh)) {
            for (var named : new UUID[] {
                null, recognized.candidates().stream().findFirst().orElse(null)
            }) {
                var yes = first(recognized, customer(Verdict.SAME, named));

                assertThat(yes.state()).isEqualTo(recognized.state());
                assertThat(yes.issueId()).isEqualTo(own);
                assertThat(yes.rejected()).isEmpty();
                assertThat(yes.customerSays()).isEqualTo(Said.SAME);
            }
        }
    }

    @Test
    void aNoThatMayMeanSeveralIssuesRejectsNoneOfThemForEver() {
        var no = first(askedInGeneral, customer(Verdict.OTHER, refund));

        assertThat(no.state()).isEqualTo(State.REJECTED);
        assertThat(no.issueId()).isEqualTo(own);
        assertThat(no.rejected()).isEmpty();
        assertThat(no.customerSays()).isEqualTo(Said.OTHER);
    }

    @Test
    void whatTheCustomerSaidStandsBesideWhatStaffSayAndReturnsWithTheirUndo() {
        var said = first(askedInGeneral, customer(Verdict.SAME, null));
        var staffs = next(askedInGeneral, said, staff(Verdict.SAME, router));

        assertThat(staffs.issueId()).isEqualTo(router);
        assertThat(staffs.customerSays()).isEqualTo(Said.SAME);
        assertThat(next(askedInGeneral, staffs, staff(Verdict.UNDONE, null)).customerSays())
                .isEqualTo(Said.SAME);
        assertThat(next(askedInGeneral, said, staff(Verdict.UNDONE, null)).customerSays())
                .isNull();
    }

    @Test
    void aNoAfterAYesMovesTheContactBack() {
        var yes = first(asked, staff(Verdict.SAME, router));
        var no = next(asked, yes, staff(Verdict.OTHER, null));

        assertThat(no.issueId()).isEqualTo(own);
        assertThat(no.rejected()).containsExactly(router);
        assertThat(next(asked, no, staff(Verdict.SAME, router)).withdrawn()).containsExactly(router);
    }

    @Test
    void anUndoReturnsToWhatWasRecognizedAndTakesRejectionsBack() {
        var no = first(linked, staff(Verdict.OTHER, null));
        var undone = next(linked, no, staff(Verdict.UNDONE, null));

        assertThat(undone.state()).isEqualTo(State.LINKED);
        assertThat(undone.issueId()).isEqualTo(refund);
        assertThat(undone.rejected()).isEmpty();
        assertThat(undone.withdrawn()).containsExactly(refund);
    }

    @Test
    void staffLinkWhatRecognitionTookForSomethingNewAndACustomerCannot() {
        assertThat(first(fresh, staff(Verdict.SAME, router)).issueId()).isEqualTo(router);
        assertThatThrownBy(() -> first(fresh, staff(Verdict.SAME, null)))
                .isInstanceOf(ProblemException.class)
                .hasMessageContaining("issueId");
        assertThatThrownBy(() -> first(fresh, customer(Verdict.SAME, router))).isInstanceOf(ProblemException.class);
    }

    @Test
    void aNoWhereNothingWasAskedChangesNothingButTheState() {
        var link = first(fresh, customer(Verdict.OTHER, null));

        assertThat(link.state()).isEqualTo(State.REJECTED);
        assertThat(link.issueId()).isEqualTo(own);
        assertThat(link.rejected()).isEmpty();
    }

    @Test
    void aContactIsNeverMovedOutOfTheIssueItOpened() {
        assertThatThrownBy(() -> first(fresh, staff(Verdict.OTHER, own))).isInstanceOf(ProblemException.class);
    }
}
