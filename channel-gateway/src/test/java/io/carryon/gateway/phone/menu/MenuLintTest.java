package io.carryon.gateway.phone.menu;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

class MenuLintTest {

    @Test
    void aSoundMenuIsTaken() {
        assertThat(MenuFixtures.linted(MenuFixtures.SOUND).nodes()).hasSize(5);
    }

    @ParameterizedTest
    @CsvSource(delimiter = '|', textBlock = """
            to: clerk, words      | to: clark, words            | invoices: leads to clark, which is no node
            then: clerk           | then: clark                 | number: leads to clark, which is no node
            then: clerk           | queue: billing              | number: does not say where it leads
            "1", to: invoices     | "0", to: invoices           | root: 0 is for a person and for nothing else
            "2", to: number       | "1", to: number             | root: key 1 is used twice
            "2", to: number       | "12", to: number            | root: key 12 must be one from 1 to 9
            for anybody press 0   | for nobody press 9          | root: does not say in en what 0 is for
            1 to talk, 2          | 1 to talk, 3                | invoices: key 2 is not named in en
            [call me]             | [talk]                      | invoices: "talk" in en stands for two options
            [call me]             | [an agent]                  | invoices: "an agent" asks for a person in en
            [call me]             | []                          | invoices: key 2 has no words in en
            [en]                  | [en, de]                    | root: says nothing in de
            [en]                  | [xx]                        | root: nothing can be spoken in xx
            {en: "Key in your order number."} | {de: "Zahl?"}   | number: speaks de, which is not declared
            digits: 4-8           | digits: 1-8                 | number: it may ask for 2 to 20 digits
            digits: 4-8           | digits: many                | number: collect must say how many digits
            field: orderNumber    | field: "order number"       | number: its field's name must match
            exit: callback        | exit: callback, queue: "a b" | call: its queue must match
            exit: callback        | exit: callback, topic: "A"  | call: its topic must match
            {exit: callback}      | {topic: call}               | call: must have either options, or collect, or exit
            """)
    void whatWouldLeadCallersAstrayIsRefusedWithItsNode(String right, String wrong, String fault) {
        var broken = MenuFixtures.SOUND.replace(right, wrong);
        assertThat(broken).isNotEqualTo(MenuFixtures.SOUND);

        assertThatThrownBy(() -> MenuFixtures.linted(broken))
                .isInstanceOf(MenuRefused.class)
                .hasMessageContaining("node " + fault);
    }

    @Test
    void aNodeWithoutAnyWayOnIsADeadEnd() {
        assertThatThrownBy(
                        () -> MenuFixtures.linted(MenuFixtures.SOUND + "  lost:\n    say: {en: Hm}\n    options: []\n"))
                .hasMessageContaining("node lost: is a dead end: it has no options");
    }

    @Test
    void aCircleWithoutAWayOutIsADeadEnd() {
        var circle = MenuFixtures.SOUND
                .replace("to: clerk, words", "to: number, words")
                .replace("to: call, words", "to: root, words")
                .replace("then: clerk", "then: invoices");

        assertThatThrownBy(() -> MenuFixtures.linted(circle))
                .hasMessageContaining("node root: is a dead end: the ways from here go in circles")
                .hasMessageContaining("node number: is a dead end");
    }

    @Test
    void aWayThatOffersNoPersonIsADeadEndToo() {
        var machine = MenuFixtures.SOUND
                .replace("to: clerk, words", "to: call, words")
                .replace("then: clerk", "then: call")
                .replace("  clerk: {exit: queue, queue: billing}\n", "");

        assertThatThrownBy(() -> MenuFixtures.linted(machine))
                .hasMessageContaining("node invoices: is a dead end: no way leads to a person");
    }

    @Test
    void fiveOptionsAreTooMany() {
        var options = new StringBuilder();
        for (int key = 3; key <= 5; key++) {
            options.append("      - {key: \"%d\", to: clerk, words: {en: [word%d]}}\n".formatted(key, key));
        }
        var crowded = MenuFixtures.SOUND.replace("  invoices:\n", options + "  invoices:\n");

        assertThatThrownBy(() -> MenuFixtures.linted(crowded))
                .hasMessageContaining("node root: has more than 4 options besides 0");
    }

    @Test
    void aThirdQuestionIsTooDeep() {
        var deep = MenuFixtures.SOUND.replace("to: clerk, words", "to: deeper, words")
                + "  deeper:\n    say: {en: Press 1.}\n"
                + "    options: [{key: \"1\", to: clerk, words: {en: [well]}}]\n";

        assertThatThrownBy(() -> MenuFixtures.linted(deep))
                .hasMessageContaining("node deeper: comes after 2 questions");
    }

    @Test
    void aFieldIsAskedOnceOnEveryWay() {
        var twice = MenuFixtures.SOUND.replace("then: clerk", "then: again")
                + "  again:\n    say: {en: And your order number.}\n"
                + "    collect: {field: orderNumber, digits: 4-8}\n    then: clerk\n";

        assertThatThrownBy(() -> MenuFixtures.linted(twice))
                .hasMessageContaining("node again: asks for orderNumber again, after node number");
    }

    @Test
    void aPromptNobodyListensToTheEndIsRefused() {
        var tedious = MenuFixtures.SOUND.replace("Key in your order number.", "Key in your order number. ".repeat(20));

        assertThatThrownBy(() -> MenuFixtures.linted(tedious))
                .hasMessageContaining("node number: speaks longer than 480 characters in en");
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "",
                "[]",
                "languages: [en]",
                "languages: [en]\nnodes: {root: {colour: red}}",
                "languages: [en]\nlanguages: [de]\nnodes: {}",
                "languages: [en]\nnodes: {root: !!java.net.URL [\"http://localhost\"]}",
                "languages: [en]\nnodes: {root: {exit: shop}}",
                "\t: : :"
            })
    void whatIsNoMenuIsRefused(String yaml) {
        assertThatThrownBy(() -> MenuFixtures.linted(yaml))
                .isInstanceOf(MenuRefused.class)
                .hasMessageContaining("tried");
    }

    @Test
    void aFieldThatDoesNotExistIsNamedWithItsNode() {
        assertThatThrownBy(() -> MenuFixtures.linted(MenuFixtures.SOUND.replace("then: clerk", "than: clerk")))
                .isInstanceOf(MenuRefused.class)
                .hasMessageContaining("node number: Unrecognized field \"than\"");
    }

    @Test
    void aDirectorysMenusStandBesideTheShippedOneOrReplaceIt(@TempDir Path directory) throws IOException {
        Files.writeString(directory.resolve("shop.yaml"), MenuFixtures.SOUND);
        Files.writeString(directory.resolve("default.yml"), MenuFixtures.SOUND);

        var menus = MenuFixtures.of(directory);

        assertThat(menus.all()).extracting(Menu::name).containsExactly("default", "shop");
        assertThat(menus.named("default").orElseThrow().languages()).containsExactly("en");
    }

    @Test
    void theServiceDoesNotStartWithADeadEndInItsDirectory(@TempDir Path directory) throws IOException {
        Files.writeString(directory.resolve("shop.yaml"), MenuFixtures.SOUND.replace("then: clerk", "then: nowhere"));

        assertThatThrownBy(() -> MenuFixtures.of(directory))
                .isInstanceOf(MenuRefused.class)
                .hasMessageContaining("shop")
                .hasMessageContaining("node number");
    }
}
