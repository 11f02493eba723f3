package io.carryon.gateway.phone.menu;

import java.util.Objects;
import java.util.regex.Pattern;
import java.util.stream.Stream;

/** What is spoken: in every language, no longer than a caller listens, and naming the keys there are. */
final class PromptRules {

    private static final int LONGEST = 480;

    private final HumanWords human;

    PromptRules(HumanWords human) {
        this.human = human;
    }

    Stream<MenuFault> areInEveryLanguage(Menu menu) {
        var foreign = menu.languages().stream()
                .filter(language -> !human.languages().contains(language))
                .map(language -> new MenuFault(
                        Menu.ROOT, "nothing can be spoken in " + language + ", only in " + human.languages()));
        var missing = menu.nodes().values().stream()
                .filter(node -> isHeard(node) || !node.say().isEmpty())
                .flatMap(node -> menu.languages().stream()
                        .filter(language ->
                                node.say().getOrDefault(language, "").isBlank())
                        .map(language -> new MenuFault(node.name(), "says nothing in " + language)));
        var undeclared = menu.nodes().values().stream()
                .flatMap(node -> node.say().keySet().stream()
                        .filter(language -> !menu.languages().contains(language))
                        .map(language -> new MenuFault(node.name(), "speaks " + language + ", which is not declared")));
        return Stream.of(foreign, missing, undeclared).flatMap(faults -> faults);
    }

    Stream<MenuFault> areShort(Menu menu) {
        return menu.nodes().values().stream()
                .flatMap(node -> node.say().entrySet().stream()
                        .filter(said ->
                                said.getValue() != null && said.getValue().length() > LONGEST)
                        .map(said -> new MenuFault(
                                node.name(), "speaks longer than " + LONGEST + " characters in " + said.getKey())));
    }

    Stream<MenuFault> nameTheirKeys(Menu menu) {
        var options = menu.nodes().values().stream()
                .filter(MenuNode.Choice.class::isInstance)
                .map(MenuNode.Choice.class::cast)
                .flatMap(node -> node.options().stream().flatMap(option -> unnamed(menu, node, option)));
        var zero = menu.node(Menu.ROOT).stream()
                .flatMap(root -> menu.languages().stream()
                        .filter(language -> !names(root.say().get(language), Menu.HUMAN_KEY))
                        .map(language -> new MenuFault(Menu.ROOT, "does not say in " + language + " what 0 is for")));
        return Stream.concat(options, zero);
    }

    private static Stream<MenuFault> unnamed(Menu menu, MenuNode.Choice node, MenuNode.Option option) {
        if (option.say() != null) {
            return names(option.say(), option.key())
                    ? Stream.empty()
                    : Stream.of(
                            new MenuFault(node.name(), "key " + option.key() + " is not named where it is offered"));
        }
        return menu.languages().stream()
                .filter(language -> !names(node.say().get(language), option.key()))
                .map(language -> new MenuFault(node.name(), "key " + option.key() + " is not named in " + language));
    }

    private static boolean names(String said, String key) {
        return Pattern.compile("(?<![0-9])" + Pattern.quote(Objects.requireNonNullElse(key, "?")) + "(?![0-9])")
                .matcher(Objects.requireNonNullElse(said, ""))
                .find();
    }

    // Who has solved it alone hears a last sentence; on the way to a person, that person's queue speaks.
    private static boolean isHeard(MenuNode node) {
        return !(node instanceof MenuNode.Exit exit) || exit.kind() == MenuNode.Kind.RESOLVED;
    }
}
