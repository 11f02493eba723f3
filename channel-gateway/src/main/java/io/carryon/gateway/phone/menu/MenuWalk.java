package io.carryon.gateway.phone.menu;

import io.carryon.gateway.contact.TicketNumber;
import java.util.Comparator;
import java.util.List;
import java.util.Optional;

/**
 * One step through a menu after another, without memory of its own. Whatever a caller does, they come to a person: by 0
 * or by asking for one at once, by silence the second time, by what is not understood the third time.
 */
public final class MenuWalk {

    private static final String MASKED = "****";
    private static final String NOT_A_DIGIT = "[^0-9]";

    private final Menu menu;
    private final HumanWords human;

    public MenuWalk(Menu menu, HumanWords human) {
        this.menu = menu;
        this.human = human;
    }

    /** The first question; in the menu's own language when it has not the one wanted. */
    public Step begin(String language) {
        return enter(WalkState.beginning(menu.spoken(language)), Menu.ROOT, Step.Wanted.KEY);
    }

    /** A node that a later menu does not have any more leads to a person. */
    public Step next(WalkState state, CallerInput input) {
        return menu.node(state.node())
                .map(node -> next(state, node, input))
                .orElseGet(() -> new Step.Person(state, Step.Wanted.MISTAKES, menu.queue()));
    }

    /** What may be kept of it: nothing of what is said at a question for something sensitive, fitting or not. */
    public CallerInput notable(WalkState state, CallerInput input) {
        var isSensitive = menu.node(state.node())
                .filter(node ->
                        node instanceof MenuNode.Input asked && asked.field().sensitive())
                .isPresent();
        return isSensitive && input instanceof CallerInput.Speech ? new CallerInput.Speech(MASKED) : input;
    }

    private Step next(WalkState state, MenuNode node, CallerInput input) {
        return switch (input) {
            case CallerInput.Silence nothing -> silent(state, node);
            case CallerInput.Keys keys -> pressed(state, node, keys.pressed());
            case CallerInput.Speech speech -> said(state, node, speech.text());
        };
    }

    private Step silent(WalkState state, MenuNode node) {
        var later = state.silentOnce();
        // Past the menu's end nobody is asked anything: who stays on the line wants a person.
        return node instanceof MenuNode.Exit || later.silences() >= Menu.SILENCES
                ? person(later, node, Step.Wanted.SILENCE)
                : new Step.Ask(later, node, Step.Again.NOTHING_SAID);
    }

    private Step pressed(WalkState state, MenuNode node, String keys) {
        if (keys.equals(Menu.HUMAN_KEY)) {
            return person(state, node, Step.Wanted.KEY);
        }
        return switch (node) {
            case MenuNode.Choice choice ->
                choice.options().stream()
                        .filter(option -> option.key().equals(keys))
                        .findFirst()
                        .map(option -> chosen(state, option, Step.Wanted.KEY))
                        .orElseGet(() -> mistaken(state, node));
            case MenuNode.Input asked -> given(state, asked, keys, Step.Wanted.KEY);
            case MenuNode.Exit exit -> person(state, exit, Step.Wanted.MISTAKES);
        };
    }

    private Step said(WalkState state, MenuNode node, String speech) {
        var said = SpokenWords.in(speech);
        if (human.isAskedFor(state.language(), said)) {
            return person(state, node, Step.Wanted.SPEECH);
        }
        return switch (node) {
            case MenuNode.Choice choice ->
                meant(choice, state.language(), said)
                        .map(option -> chosen(state, option, Step.Wanted.SPEECH))
                        .orElseGet(() -> mistaken(state, node));
            case MenuNode.Input asked -> given(state, asked, speech.replaceAll(NOT_A_DIGIT, ""), Step.Wanted.SPEECH);
            case MenuNode.Exit exit -> person(state, exit, Step.Wanted.MISTAKES);
        };
    }

    // The longest phrase counts, so that "not my invoice but the delivery" is decided by what is more specific; two as
    // long are not understood. The name of a language is understood in that language too.
    private static Optional<MenuNode.Option> meant(MenuNode.Choice choice, String language, SpokenWords said) {
        var ranked = choice.options().stream()
                .filter(option -> matched(option, language, said) > 0)
                .sorted(Comparator.comparingInt((MenuNode.Option option) -> matched(option, language, said))
                        .reversed())
                .toList();
        var isClear = ranked.size() == 1
                || (ranked.size() > 1
                        && matched(ranked.get(0), language, said) > matched(ranked.get(1), language, said));
        return isClear ? Optional.of(ranked.getFirst()) : Optional.empty();
    }

    private static int matched(MenuNode.Option option, String language, SpokenWords said) {
        var inTheirs = said.longestOf(option.words().getOrDefault(language, List.of()));
        var inItsOwn = option.language() == null
                ? 0
                : said.longestOf(option.words().getOrDefault(option.language(), List.of()));
        return Math.max(said.longestOf(List.of(option.key())), Math.max(inTheirs, inItsOwn));
    }

    private Step chosen(WalkState state, MenuNode.Option option, Step.Wanted by) {
        return enter(state.speaking(option.language()), option.to(), by);
    }

    private Step given(WalkState state, MenuNode.Input asked, String value, Step.Wanted by) {
        var field = asked.field();
        if (field.optional() && MenuNode.Field.SKIP.equals(value)) {
            return enter(state.with(field.name(), ""), asked.then(), by);
        }
        var fits = value.matches("[0-9]{%d,%d}".formatted(field.minDigits(), field.maxDigits()))
                && (!field.ticketNumber() || TicketNumber.isValid(value));
        return fits
                ? enter(state.with(field.name(), field.sensitive() ? MASKED : value), asked.then(), by)
                : mistaken(state, asked);
    }

    private Step mistaken(WalkState state, MenuNode node) {
        var later = state.mistakenOnce();
        return later.mistakes() >= Menu.MISTAKES
                ? person(later, node, Step.Wanted.MISTAKES)
                : new Step.Ask(later, node, Step.Again.NOT_UNDERSTOOD);
    }

    // What is known already is not asked again, so the way may lead through several nodes at once.
    private Step enter(WalkState from, String target, Step.Wanted by) {
        var node = menu.node(target).orElseThrow(() -> new IllegalStateException("The menu has no node " + target));
        var state = from.at(node, topic(node));
        return switch (node) {
            case MenuNode.Input asked
            when state.collected().containsKey(asked.field().name()) -> enter(state, asked.then(), by);
            case MenuNode.Exit exit when exit.kind() == MenuNode.Kind.QUEUE -> person(state, exit, by);
            case MenuNode.Exit exit -> new Step.Leave(state, exit);
            case MenuNode.Choice choice -> new Step.Ask(state, choice, Step.Again.FIRST_TIME);
            case MenuNode.Input asked -> new Step.Ask(state, asked, Step.Again.FIRST_TIME);
        };
    }

    // Questions for a number or the language say nothing about what the call is about.
    private static String topic(MenuNode node) {
        if (node.topic() != null) {
            return node.topic();
        }
        return switch (node) {
            case MenuNode.Choice choice -> choice.isAboutLanguage() ? null : choice.name();
            case MenuNode.Input asked -> null;
            case MenuNode.Exit exit -> exit.name();
        };
    }

    private Step.Person person(WalkState state, MenuNode at, Step.Wanted why) {
        return new Step.Person(state, why, at.queue() == null ? menu.queue() : at.queue());
    }
}
