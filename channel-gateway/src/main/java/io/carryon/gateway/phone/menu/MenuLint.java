package io.carryon.gateway.phone.menu;

import java.util.List;
import java.util.stream.Stream;

/** Everything a menu must be before a caller hears it. */
public final class MenuLint {

    /** One thing to look at. Rules after the first stage may rely on every target being there. */
    @FunctionalInterface
    interface Rule {
        Stream<MenuFault> faults(Menu menu);
    }

    private final List<Rule> shape;
    private final List<Rule> ways;

    public MenuLint(HumanWords human) {
        var prompts = new PromptRules(human);
        var options = new OptionRules(human);
        this.shape = List.of(
                ShapeRules::namesArePlain,
                ShapeRules::callsBeginWithAQuestion,
                ShapeRules::targetsExist,
                ShapeRules::inputCanBeKeyedIn,
                options::fewEnough,
                options::keysAreOneEach,
                options::wordsAreThereAndClear,
                prompts::areInEveryLanguage,
                prompts::areShort,
                prompts::nameTheirKeys);
        this.ways = List.of(
                WayRules::everyNodeIsReached,
                WayRules::everyWayEndsWithSomebody,
                WayRules::noMoreThanTwoQuestionsDeep,
                WayRules::nothingIsAskedTwice);
    }

    /** The menu, when nothing is wrong with it; {@link MenuRefused} names every node at fault otherwise. */
    public Menu passed(Menu menu) {
        var faults = faults(shape, menu);
        if (faults.isEmpty()) {
            faults = faults(ways, menu);
        }
        if (!faults.isEmpty()) {
            throw MenuRefused.of(menu.name(), faults);
        }
        return menu;
    }

    private static List<MenuFault> faults(List<Rule> rules, Menu menu) {
        return rules.stream().flatMap(rule -> rule.faults(menu)).distinct().toList();
    }
}
