package io.carryon.gateway.phone.menu;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.ArrayDeque;
import java.util.HashSet;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;

/** Walks the whole shipped menu, in every language, by every key and every word. */
class EveryWayTest {

    private static final Menu MENU = MenuFixtures.shipped();
    private static final MenuWalk WALK = MenuFixtures.walk(MENU);
    private static final CallerInput SILENCE = new CallerInput.Silence();
    private static final CallerInput ZERO = new CallerInput.Keys("0");

    static List<String> languages() {
        return MENU.languages();
    }

    @ParameterizedTest
    @MethodSource("languages")
    void everyNodeIsComeTo(String language) {
        assertThat(places(language).keySet().stream().map(Place::node)).containsAll(askedNodes());
    }

    @ParameterizedTest
    @MethodSource("languages")
    void zeroReachesAPersonFromEverywhereAtOnce(String language) {
        assertThat(places(language).values())
                .allSatisfy(state -> assertThat(WALK.next(state, ZERO))
                        .isInstanceOfSatisfying(Step.Person.class, person -> {
                            assertThat(person.why().trigger()).isEqualTo("dtmf0");
                            assertThat(person.queue()).isNotBlank();
                            assertThat(person.state().given()).isEqualTo(state.given());
                        }));
    }

    @ParameterizedTest
    @MethodSource("languages")
    void askingForAPersonReachesOneFromEverywhereInTheCallersLanguage(String language) {
        assertThat(places(language).values())
                .allSatisfy(state -> assertThat(MenuFixtures.HUMAN.of(state.language()))
                        .isNotEmpty()
                        .allSatisfy(word -> assertThat(WALK.next(
                                        state, new CallerInput.Speech("äh, " + word.replace("*", "en") + "!")))
                                .isInstanceOfSatisfying(
                                        Step.Person.class,
                                        person -> assertThat(person.why().trigger())
                                                .isEqualTo("speech"))));
    }

    @ParameterizedTest
    @MethodSource("languages")
    void silenceReachesAPersonFromEverywhereTheSecondTime(String language) {
        assertThat(places(language).values()).allSatisfy(state -> {
            var step = WALK.next(state, SILENCE);
            if (step instanceof Step.Ask ask) {
                assertThat(ask.again()).isEqualTo(Step.Again.NOTHING_SAID);
                step = WALK.next(ask.state(), SILENCE);
            }
            assertThat(step)
                    .isInstanceOfSatisfying(
                            Step.Person.class,
                            person -> assertThat(person.why().trigger()).isEqualTo("no-input"));
        });
    }

    @ParameterizedTest
    @MethodSource("languages")
    void notBeingUnderstoodReachesAPersonFromEverywhereTheThirdTime(String language) {
        assertThat(places(language).values()).allSatisfy(state -> {
            Step step = new Step.Ask(state, MENU.nodes().get(Menu.ROOT), Step.Again.FIRST_TIME);
            for (int i = 0; i < Menu.MISTAKES && step instanceof Step.Ask ask; i++) {
                step = WALK.next(ask.state(), new CallerInput.Keys("9"));
            }
            assertThat(step)
                    .isInstanceOfSatisfying(
                            Step.Person.class,
                            person -> assertThat(person.why().trigger()).isEqualTo("max-retries"));
        });
    }

    @Test
    void nothingThatWasGivenIsAskedAgainOnAnyWay() {
        var menu = MenuFixtures.linted(MenuFixtures.ROUND);

        var knowing = places(menu, "en").values().stream()
                .filter(state -> state.collected().containsKey("orderNumber"))
                .map(WalkState::node)
                .toList();

        assertThat(knowing).contains(Menu.ROOT, "what").doesNotContain("number");
    }

    @ParameterizedTest
    @MethodSource("languages")
    void everyOptionIsTakenByItsWordsAsByItsKey(String language) {
        assertThat(places(language).values())
                .filteredOn(state -> MENU.nodes().get(state.node()) instanceof MenuNode.Choice)
                .allSatisfy(state -> assertThat(((MenuNode.Choice) MENU.nodes().get(state.node())).options())
                        .allSatisfy(option -> {
                            var pressed = arrival(WALK.next(state, new CallerInput.Keys(option.key())));
                            assertThat(words(state, option))
                                    .isNotEmpty()
                                    .allSatisfy(word -> assertThat(arrival(
                                                    WALK.next(state, new CallerInput.Speech(word.replace("*", "")))))
                                            .isEqualTo(pressed));
                        }));
    }

    private static String arrival(Step step) {
        return step instanceof Step.Person person
                ? "a person of " + person.queue()
                : step.state().node() + " in " + step.state().language();
    }

    private static List<String> words(WalkState state, MenuNode.Option option) {
        return option.language() == null
                ? option.words().get(state.language())
                : option.words().get(option.language());
    }

    private record Place(String node, String language, Map<String, String> collected) {}

    private static Map<Place, WalkState> places(String language) {
        return places(MENU, language);
    }

    // A caller who does everything there is to do, and never the same twice at the same place.
    private static Map<Place, WalkState> places(Menu menu, String language) {
        var walk = MenuFixtures.walk(menu);
        var found = new LinkedHashMap<Place, WalkState>();
        var open = new ArrayDeque<>(List.of(walk.begin(language).state()));
        while (!open.isEmpty()) {
            var state = open.poll();
            if (found.putIfAbsent(new Place(state.node(), state.language(), state.collected()), state) == null) {
                inputs(menu.nodes().get(state.node()))
                        .map(input -> walk.next(state, input))
                        .filter(step -> !(step instanceof Step.Person))
                        .map(Step::state)
                        .forEach(open::add);
            }
        }
        return found;
    }

    private static Stream<CallerInput> inputs(MenuNode node) {
        return switch (node) {
            case MenuNode.Choice choice -> choice.options().stream().map(option -> new CallerInput.Keys(option.key()));
            case MenuNode.Input asked -> Stream.of("1004275", "*").map(CallerInput.Keys::new);
            case MenuNode.Exit exit -> Stream.empty();
        };
    }

    private static List<String> askedNodes() {
        var persons = new HashSet<String>();
        MENU.nodes().values().stream()
                .filter(node -> node instanceof MenuNode.Exit exit && exit.kind() == MenuNode.Kind.QUEUE)
                .forEach(node -> persons.add(node.name()));
        return MENU.nodes().keySet().stream()
                .filter(name -> !persons.contains(name))
                .toList();
    }
}
