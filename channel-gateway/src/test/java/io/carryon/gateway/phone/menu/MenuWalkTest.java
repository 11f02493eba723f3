package io.carryon.gateway.phone.menu;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

class MenuWalkTest {

    private static final MenuWalk WALK = MenuFixtures.walk(MenuFixtures.shipped());

    @Test
    void aPersonGetsTheTopicsOnTheWayAndWhatWasKeyedIn() {
        var step = pressed("en", "1", "1004275");

        assertThat(step).isInstanceOfSatisfying(Step.Person.class, person -> {
            assertThat(person.queue()).isEqualTo("support");
            assertThat(person.state().path()).containsExactly("root", "existing-ticket");
            assertThat(person.state().given()).containsExactly(Map.entry("ticketNumber", "1004275"));
        });
    }

    @Test
    void zeroLeadsToTheQueueOfWhereItIsPressed() {
        assertThat(pressed("en", "2", "0"))
                .isInstanceOfSatisfying(
                        Step.Person.class, person -> assertThat(person.queue()).isEqualTo("billing"));
        assertThat(pressed("en", "3", "0"))
                .isInstanceOfSatisfying(
                        Step.Person.class, person -> assertThat(person.queue()).isEqualTo("technical"));
    }

    @Test
    void choosingALanguageIsNoTopicAndIsSpokenFromThenOn() {
        var step = pressed("de", "4", "4", "2");

        assertThat(step.state().language()).isEqualTo("pl");
        assertThat(step.state().node()).isEqualTo("root");
        assertThat(step.state().path()).containsExactly("root");
    }

    @ParameterizedTest
    @ValueSource(strings = {"1004276", "123", "10042731004275", "00000"})
    void aNumberThatCannotBeATicketIsNotTaken(String keyed) {
        assertThat(pressed("en", "1", keyed))
                .isInstanceOfSatisfying(
                        Step.Ask.class, ask -> assertThat(ask.again()).isEqualTo(Step.Again.NOT_UNDERSTOOD));
    }

    @Test
    void whatIsNotAtHandIsPassedOver() {
        assertThat(pressed("en", "1", "*"))
                .isInstanceOfSatisfying(
                        Step.Person.class,
                        person -> assertThat(person.state().given()).isEmpty());
    }

    @ParameterizedTest
    @CsvSource({
        "en, it is about an INVOICE, billing",
        "de, Ich habe eine Störung., technical",
        "de, stoerung oder rechnung: technische Frage, root",
        "pl, mam fakturę, billing",
        "lt, dėl sąskaitos, billing",
        "en, two invoices and it is broken, root"
    })
    void wordsAreUnderstoodAsSpokenAndTwoMeaningsAreAskedAgain(String language, String said, String node) {
        var step = WALK.next(WALK.begin(language).state(), new CallerInput.Speech(said));

        assertThat(step)
                .isInstanceOfSatisfying(
                        Step.Ask.class, ask -> assertThat(ask.node().name()).isEqualTo(node));
    }

    @Test
    void aTicketNumberMayBeSpoken() {
        var asked = pressed("en", "1").state();

        assertThat(WALK.next(asked, new CallerInput.Speech("100 42 75"))).isInstanceOf(Step.Person.class);
    }

    @Test
    void silenceAndMistakesAreCountedAnewAtEveryNode() {
        var once = WALK.next(WALK.begin("en").state(), new CallerInput.Silence());
        var further = WALK.next(once.state(), new CallerInput.Keys("2"));

        assertThat(WALK.next(further.state(), new CallerInput.Silence())).isInstanceOf(Step.Ask.class);
    }

    @Test
    void whoStaysOnTheLineAfterHelpEnoughGetsAPerson() {
        var solved = pressed("en", "2", "1");

        assertThat(solved).isInstanceOf(Step.Leave.class);
        assertThat(WALK.next(solved.state(), new CallerInput.Silence())).isInstanceOf(Step.Person.class);
    }

    @Test
    void aNodeOfAMenuThatWasReplacedMeanwhileLeadsToAPerson() {
        var gone = new WalkState("no-more", "en", 0, 0, Map.of(), List.of("root"));

        assertThat(WALK.next(gone, new CallerInput.Keys("1"))).isInstanceOf(Step.Person.class);
    }

    @Test
    void whatIsSensitiveIsMaskedFromTheFirstMoment() {
        var menu = MenuFixtures.linted(MenuFixtures.SOUND.replace("digits: 4-8", "digits: 4-8, sensitive: true"));
        var walk = MenuFixtures.walk(menu);
        var asked = walk.next(walk.begin("en").state(), new CallerInput.Keys("2"));

        assertThat(walk.next(asked.state(), new CallerInput.Keys("47110815")).toString())
                .doesNotContain("4711")
                .contains("orderNumber=****");
    }

    @Test
    void whatIsSaidWhereSomethingSensitiveIsAskedForIsNotKeptEvenIfItDoesNotFit() {
        var walk = MenuFixtures.walk(
                MenuFixtures.linted(MenuFixtures.SOUND.replace("digits: 4-8", "digits: 4-8, sensitive: true")));
        var said = new CallerInput.Speech("it is one 2 3 4 5 6 7 8 9 0");
        var asked = walk.next(walk.begin("en").state(), new CallerInput.Keys("2"));

        assertThat(walk.notable(asked.state(), said)).isEqualTo(new CallerInput.Speech("****"));
        assertThat(walk.notable(walk.begin("en").state(), said)).isEqualTo(said);
    }

    private static Step pressed(String language, String... keys) {
        var step = WALK.begin(language);
        for (var key : keys) {
            step = WALK.next(step.state(), new CallerInput.Keys(key));
        }
        return step;
    }
}
