package io.carryon.profile.recognition.linking;

import static org.assertj.core.api.Assertions.assertThat;

import io.carryon.profile.recognition.linking.Linking.Decision;
import io.carryon.profile.recognition.meaning.SentenceVector;
import io.carryon.profile.recognition.reading.ContactReader;
import io.carryon.profile.recognition.reading.LanguageGuess;
import java.time.Duration;
import java.time.Instant;
import java.util.Arrays;
import java.util.Base64;
import java.util.List;
import java.util.Set;
import java.util.UUID;
import java.util.function.Supplier;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class IssueLinkerTest {

    private static final Instant NOW = Instant.parse("2026-11-20T10:00:00Z");
    private static final ContactReader READER = new ContactReader(new LanguageGuess());
    private static final Supplier<SentenceVector> NEVER_ASKED = () -> {
        throw new AssertionError("the meaning cannot change this decision");
    };

    private final IssueLinker linker = new IssueLinker(LinkModel.shipped(), LinkingPolicy.standard());
    private final KnownIssue broken = issue(null, said("The blender of order 4711-0815 arrived broken", 9));
    private final KnownIssue moving = issue(null, said("I am moving house, please change my address", 3));

    private static KnownContact said(String text, int daysAgo) {
        return said(text, daysAgo, NEVER_ASKED);
    }

    private static KnownContact said(String text, int daysAgo, Supplier<SentenceVector> meaning) {
        return new KnownContact(
                UUID.randomUUID(), NOW.minus(Duration.ofDays(daysAgo)), "email", READER.read(text, "en"), meaning);
    }

    private static KnownIssue issue(Instant resolvedAt, KnownContact... contacts) {
        return new KnownIssue(UUID.randomUUID(), resolvedAt, Arrays.asList(contacts));
    }

    private Linking link(String text, UUID answers, KnownIssue... issues) {
        return linker.link(new Comparison(
                said(text, 0), answers, List.of(issues), Set.of("774411"), Set.of("+4915123456789"), linker.terms()));
    }

    @Test
    void theSameOrderIsTheSameIssueInOtherWordsAndWithoutLookingAtTheirMeaning() {
        var linking =
                link("my order is four seven one one oh eight one five can i get my money back", null, broken, moving);

        assertThat(linking.decision()).isEqualTo(Decision.LINK);
        assertThat(linking.candidates().getFirst().issue()).isEqualTo(broken);
        assertThat(linking.evidence()).isEqualTo("reference");
    }

    @ParameterizedTest
    @CsvSource(delimiter = '|', textBlock = """
            I want a refund of 150 euros for the kettle    | Please refund 150 euros for my course
            About my order, please call me at 0171 2345678 | My order is wrong, call me at 0171 2345678
            It is about my order, 0151 23456789 is me      | The order again, 0151 23456789 is me
            My order 4711 is late                          | The invoice 4711 is wrong
            """)
    void amountsPhonesAndOtherPapersAreNotTheSameNumber(String before, String now) {
        var earlier = issue(NOW.minus(Duration.ofDays(50)), said(before, 51, IssueLinkerTest::nothing));

        var linking = linker.link(new Comparison(
                said(now, 0, IssueLinkerTest::nothing),
                null,
                List.of(earlier),
                Set.of(),
                Set.of("+4915123456789"),
                linker.terms()));

        assertThat(linking.evidence()).isNotEqualTo("reference");
        assertThat(linking.decision()).isNotEqualTo(Decision.LINK);
    }

    @Test
    void aRequestForNewsBelongsToTheOpenIssueWithTheLatestContact() {
        var linking = link("Hello, any news? My customer number is 774411.", null, broken, moving);

        assertThat(linking.decision()).isEqualTo(Decision.LINK);
        assertThat(linking.candidates().getFirst().issue()).isEqualTo(moving);
        assertThat(linking.evidence()).isEqualTo("follow-up");
    }

    @Test
    void aContactWithoutWordsIsAskedAboutWhatIsOpenLatestFirst() {
        var resolved = issue(NOW.minus(Duration.ofDays(1)), said("How do I pay?", 2));

        var linking = link("", null, broken, moving, resolved);

        assertThat(linking.decision()).isEqualTo(Decision.ASK);
        assertThat(linking.candidates()).extracting(Linking.Scored::issue).containsExactly(moving, broken);
    }

    @Test
    void aContactWithoutWordsThatAnswersAMessageIsAboutItsIssue() {
        assertThat(link("", broken.id(), broken, moving).candidates().getFirst().issue())
                .isEqualTo(broken);
    }

    @Test
    void whatComesBackLongAfterItWasResolvedIsNew() {
        var heating = new KnownIssue(
                UUID.randomUUID(),
                NOW.minus(Duration.ofDays(61)),
                List.of(said("The heating does not work", 70, IssueLinkerTest::same)));
        var again = said("The heating does not work again", 0, IssueLinkerTest::same);

        assertThat(linker.link(new Comparison(again, null, List.of(heating), Set.of(), Set.of(), linker.terms()))
                        .decision())
                .isEqualTo(Decision.NEW);
    }

    @Test
    void onlyWhatIsTheCaseIsGivenAsAReason() {
        var resolved = new KnownIssue(
                UUID.randomUUID(),
                NOW.minus(Duration.ofDays(10)),
                List.of(said("The heating does not work", 20, IssueLinkerTest::same)));
        var other = said("Which documents do I need for a passport", 0, IssueLinkerTest::nothing);

        var linking = linker.link(new Comparison(other, null, List.of(resolved), Set.of(), Set.of(), linker.terms()));

        assertThat(linking.best().orElseThrow().reasons()).containsExactly("it is the closest of what came before");
    }

    @Test
    void theReasonsAreWhatStaffWouldSay() {
        var heating = issue(null, said("The heating in the bath does not work", 2, IssueLinkerTest::same));
        var again = said("The heating of the bath is cold again", 0, IssueLinkerTest::same);

        var linking = linker.link(new Comparison(again, null, List.of(heating), Set.of(), Set.of(), linker.terms()));

        assertThat(linking.best().orElseThrow().reasons())
                .contains("it means much the same")
                .isSubsetOf(
                        "it means much the same",
                        "it uses the same telling words",
                        "the issue is open",
                        "the customer was in touch about it within a week");
    }

    private static SentenceVector nothing() {
        return SentenceVector.decoded(Base64.getEncoder().encodeToString(new byte[SentenceVector.SIZE]));
    }

    private static SentenceVector same() {
        var one = new byte[SentenceVector.SIZE];
        one[0] = 1;
        return SentenceVector.decoded(Base64.getEncoder().encodeToString(one));
    }
}
