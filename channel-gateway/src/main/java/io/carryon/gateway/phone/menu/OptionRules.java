package io.carryon.gateway.phone.menu;

import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.regex.Pattern;
import java.util.stream.Stream;

/** What a caller may choose between: few enough to remember, each by a key and by words of its own. */
final class OptionRules {

    private static final int MOST = 4;
    private static final Pattern KEY = Pattern.compile("[1-9]");

    private final HumanWords human;

    OptionRules(HumanWords human) {
        this.human = human;
    }

    Stream<MenuFault> fewEnough(Menu menu) {
        return choices(menu)
                .filter(node -> node.options().isEmpty() || node.options().size() > MOST)
                .map(node -> new MenuFault(
                        node.name(),
                        node.options().isEmpty()
                                ? "is a dead end: it has no options"
                                : "has more than " + MOST + " options besides 0"));
    }

    Stream<MenuFault> keysAreOneEach(Menu menu) {
        return choices(menu).flatMap(node -> {
            var taken = new HashSet<String>();
            return node.options().stream().flatMap(option -> {
                if (Menu.HUMAN_KEY.equals(option.key())) {
                    return fault(node, "0 is for a person and for nothing else");
                }
                if (option.key() == null || !KEY.matcher(option.key()).matches()) {
                    return fault(node, "key " + option.key() + " must be one from 1 to 9");
                }
                return taken.add(option.key()) ? Stream.empty() : fault(node, "key " + option.key() + " is used twice");
            });
        });
    }

    Stream<MenuFault> wordsAreThereAndClear(Menu menu) {
        return choices(menu)
                .flatMap(node -> Stream.concat(
                        node.options().stream().flatMap(option -> languages(menu, node, option)),
                        menu.languages().stream().flatMap(language -> words(menu, node, language))));
    }

    // The name of a language has to be known to those who speak it, and is enough.
    private Stream<MenuFault> languages(Menu menu, MenuNode.Choice node, MenuNode.Option option) {
        if (option.language() != null && !menu.languages().contains(option.language())) {
            return fault(node, "key " + option.key() + " leads to " + option.language() + ", which is not declared");
        }
        if (option.language() == null && option.say() != null) {
            return fault(node, "key " + option.key() + " has words of its own to say, but no language to say them in");
        }
        var needed = option.language() == null ? menu.languages() : List.of(option.language());
        return needed.stream()
                .filter(language ->
                        option.words().getOrDefault(language, List.of()).isEmpty())
                .flatMap(language -> fault(node, "key " + option.key() + " has no words in " + language));
    }

    private Stream<MenuFault> words(Menu menu, MenuNode.Choice node, String language) {
        Map<List<String>, String> taken = new HashMap<>();
        return node.options().stream()
                .flatMap(option -> option.words().getOrDefault(language, List.of()).stream()
                        .flatMap(phrase -> {
                            if (SpokenWords.words(phrase).isEmpty()) {
                                return fault(node, "there is nothing to say in \"" + phrase + "\" in " + language);
                            }
                            if (!leadsToAPerson(menu, option) && isTaken(language, phrase)) {
                                return fault(node, "\"" + phrase + "\" asks for a person in " + language);
                            }
                            var before = taken.putIfAbsent(SpokenWords.words(phrase), option.key());
                            return before == null || before.equals(option.key())
                                    ? Stream.empty()
                                    : fault(node, "\"" + phrase + "\" in " + language + " stands for two options");
                        }));
    }

    private boolean isTaken(String language, String phrase) {
        return human.isAskedFor(language, SpokenWords.in(phrase));
    }

    private static boolean leadsToAPerson(Menu menu, MenuNode.Option option) {
        return option.to() != null
                && menu.node(option.to())
                        .filter(node -> node instanceof MenuNode.Exit exit && exit.kind() == MenuNode.Kind.QUEUE)
                        .isPresent();
    }

    private static Stream<MenuNode.Choice> choices(Menu menu) {
        return menu.nodes().values().stream()
                .filter(MenuNode.Choice.class::isInstance)
                .map(MenuNode.Choice.class::cast);
    }

    private static Stream<MenuFault> fault(MenuNode node, String what) {
        return Stream.of(new MenuFault(node.name(), what));
    }
}
