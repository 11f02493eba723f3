package io.carryon.profile.card;

import static io.carryon.profile.card.CardFixtures.NOW;
import static io.carryon.profile.card.CardFixtures.arrival;
import static io.carryon.profile.card.CardFixtures.attempt;
import static io.carryon.profile.card.CardFixtures.contact;
import static io.carryon.profile.card.CardFixtures.customerAtItsBounds;
import static io.carryon.profile.card.CardFixtures.hoursAgo;
import static io.carryon.profile.card.CardFixtures.issue;
import static io.carryon.profile.card.CardFixtures.issueAtItsBounds;
import static io.carryon.profile.card.CardFixtures.longText;
import static io.carryon.profile.card.CardFixtures.ticket;
import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.json.JsonMapper;
import io.carryon.profile.card.IssueHistory.Standing;
import io.carryon.profile.documents.Shapes;
import io.carryon.profile.history.Attempt;
import io.carryon.profile.history.Issue;
import io.carryon.profile.identity.PastContact;
import io.carryon.profile.identity.Promise;
import io.carryon.profile.identity.TicketWork;
import io.carryon.profile.recognition.question.Question;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.UUID;
import org.junit.jupiter.api.Test;

class PreInteractionCardTest {

    private static PreInteractionCard card(Issue issue) {
        return PreInteractionCard.freeze(arrival("phone"), Optional.empty(), Optional.of(issue));
    }

    private static Promise due(int hoursAgo) {
        return new Promise("We call you.", hoursAgo(48), hoursAgo(hoursAgo), null);
    }

    @Test
    void theFirstContactOfAStrangerHasCostNoEffort() {
        var card = PreInteractionCard.freeze(arrival("email"), Optional.empty(), Optional.empty());

        assertThat(card.frozenAt()).isEqualTo(NOW);
        assertThat(card.effort()).isEqualTo(new Effort(0, List.of()));
        assertThat(card.issueHistory().contactNumber()).isEqualTo(1);
        assertThat(card.value().tenureDays()).isZero();
    }

    @Test
    void theIssueTellsWhoHandledItAndWhichPromisesWereKept() {
        var work = TicketWork.NONE
                .replied("Amy", due(30), hoursAgo(48))
                .replied("Ben", due(20), hoursAgo(40))
                .replied("Amy", due(2), hoursAgo(10));
        var history = card(issue(
                        List.of(contact("email", hoursAgo(50), "Router"), contact("chat", hoursAgo(9), "Router")),
                        List.of(),
                        ticket(hoursAgo(50), "OPEN", work)))
                .issueHistory();

        assertThat(history.contactNumber()).isEqualTo(3);
        assertThat(history.firstContactAt()).isEqualTo(hoursAgo(50));
        assertThat(history.channels()).containsExactly("email", "chat", "phone");
        assertThat(history.handledBy()).containsExactly("Amy", "Ben");
        assertThat(List.of(history.promised(), history.kept(), history.broken()))
                .containsExactly(3, 1, 2);
        assertThat(history.promises())
                .extracting(IssueHistory.Promised::standing)
                .containsOnly(Standing.KEPT, Standing.BROKEN);
        assertThat(history.unanswered()).isEqualTo(1);
    }

    @Test
    void aPromiseThatIsNotDueYetIsNeitherKeptNorBroken() {
        var work = TicketWork.NONE.replied("Amy", due(-5), hoursAgo(48));

        var history = card(issue(
                        List.of(contact("email", hoursAgo(50), "Router")),
                        List.of(),
                        ticket(hoursAgo(50), "OPEN", work)))
                .issueHistory();

        assertThat(List.of(history.promised(), history.kept(), history.broken()))
                .containsExactly(1, 0, 0);
    }

    @Test
    void theEffortsPartsAddUpToItsScoreAndMoreOfAnythingIsNeverLess() {
        var contacts = new ArrayList<PastContact>();
        var attempts = new ArrayList<Attempt>();
        var work = TicketWork.NONE;
        var before = 0;
        for (int i = 0; i < 12; i++) {
            contacts.add(contact(i % 2 == 0 ? "portal" : "chat", hoursAgo(200 - i), "Router"));
            attempts.add(attempt(UUID.randomUUID(), hoursAgo(200 - i)));
            work = work.replied("agent " + i, due(100), hoursAgo(90 - i))
                    .resolved(hoursAgo(89 - i))
                    .openAgain();

            var effort = card(issue(contacts, attempts, ticket(hoursAgo(200), "OPEN", work)))
                    .effort();

            assertThat(effort.parts().stream().mapToInt(Effort.Part::points).sum())
                    .isEqualTo(effort.score());
            assertThat(effort.score()).isBetween(before, 100);
            before = effort.score();
        }
        assertThat(before).isGreaterThan(80);
        assertThat(EffortPolicy.all().stream().mapToInt(EffortPolicy::most).sum())
                .isEqualTo(100);
    }

    @Test
    void aCallerWhoHungUpWasNotAnsweredAndOneWhoDidNotWas() {
        var spoken = contact("phone", hoursAgo(30), null);
        var lost = contact("phone", hoursAgo(20), null);
        var hungUp = new Attempt(lost.contactId(), lost.at(), "phone", List.of("root"), "hangup", List.of());

        assertThat(card(issue(List.of(spoken, lost), List.of(hungUp)))
                        .issueHistory()
                        .unanswered())
                .isEqualTo(1);
    }

    @Test
    void whatTheCallerTypedTodayAndBeforeIsNotAskedAgain() {
        var before = new Attempt(
                UUID.randomUUID(), hoursAgo(20), "phone", List.of("root"), "dtmf0", List.of(given("order", "4711")));
        var today = contact("phone", NOW, null);
        var now = new Attempt(
                today.contactId(), NOW, "phone", List.of("root", "billing"), "dtmf0", List.of(given("customer", "12")));

        var card = PreInteractionCard.freeze(
                new Arrival(today, "pl", Optional.of(now)),
                Optional.empty(),
                Optional.of(issue(List.of(contact("phone", hoursAgo(20), null)), List.of(before))));

        assertThat(card.collected()).containsExactly(now, before);
        assertThat(card.preferences().language()).isEqualTo("pl");
    }

    private static Attempt.Given given(String name, String value) {
        return new Attempt.Given(name, value);
    }

    @Test
    void tenThousandLongContactsMakeACardOfSixteenKilobytes() throws Exception {
        var first = contact("phone", NOW, longText(300));
        var card = PreInteractionCard.freeze(
                        new Arrival(first, "zh", Optional.of(attempt(first.contactId(), NOW))),
                        Optional.of(customerAtItsBounds()),
                        Optional.of(issueAtItsBounds()))
                .asking(new Question(
                        "lt", Question.Kind.SPECIFIC, longText(400), CardFixtures.ISSUE, false, longText(400)));

        var bytes = JsonMapper.builder().build().writeValueAsBytes(new Shapes().fields(card));

        assertThat(bytes).hasSizeBetween(12_000, 16 << 10);
        assertThat(card.openIssues()).isNotEmpty();
        assertThat(card.collected()).isNotEmpty();
        assertThat(card.earlierOnIssue()).hasSizeGreaterThan(1);
        assertThat(card.recentContacts()).hasSizeGreaterThan(1);
    }
}
