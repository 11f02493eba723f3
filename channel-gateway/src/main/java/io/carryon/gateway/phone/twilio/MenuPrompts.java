package io.carryon.gateway.phone.twilio;

import io.carryon.gateway.phone.menu.HumanWords;
import io.carryon.gateway.phone.menu.Menu;
import io.carryon.gateway.phone.menu.MenuNode;
import io.carryon.gateway.phone.menu.Step;
import jakarta.enterprise.context.ApplicationScoped;
import java.util.ArrayList;
import java.util.List;
import java.util.stream.Collectors;
import java.util.stream.Stream;

/** Asks a menu's questions: by key and by voice, and whatever the caller does during a prompt counts at once. */
@ApplicationScoped
public class MenuPrompts {

    private static final int HINTS_LIMIT = 1_000;

    private final HumanWords human;

    public MenuPrompts(HumanWords human) {
        this.human = human;
    }

    /** The node's question; {@code step} counts the steps of this call. */
    List<Verb> ask(TwilioRequest request, Menu menu, Step.Ask ask, int step) {
        var language = ask.state().language();
        var action = new VoiceUrls(request).step(MenuStep.NAME, ask.state(), "i", step);
        var isChoice = !(ask.node() instanceof MenuNode.Input);
        var gather = Verb.of(
                        "Gather",
                        "input",
                        "dtmf speech",
                        "action",
                        action,
                        "method",
                        "POST",
                        "numDigits",
                        ask.node() instanceof MenuNode.Input input
                                ? input.field().maxDigits()
                                : 1,
                        "finishOnKey",
                        isChoice ? "" : "#",
                        "timeout",
                        5,
                        "speechTimeout",
                        "auto",
                        "actionOnEmptyResult",
                        true,
                        "language",
                        VoiceLanguage.of(language).tag(),
                        "hints",
                        hints(ask.node(), language))
                .around(spoken(menu, ask));
        // Those who do not know actionOnEmptyResult go on behind the Gather.
        return List.of(gather, Verb.redirect(action));
    }

    private static List<Verb> spoken(Menu menu, Step.Ask ask) {
        var language = ask.state().language();
        var verbs = new ArrayList<Verb>();
        switch (ask.again()) {
            case NOTHING_SAID -> verbs.add(VoiceSentences.say(language, "again.silence"));
            case NOT_UNDERSTOOD -> verbs.add(VoiceSentences.say(language, "again.wrong"));
            case FIRST_TIME -> {
                // Nothing to say about it.
            }
        }
        verbs.add(Verb.say(language, ask.node().say().getOrDefault(menu.spoken(language), "")));
        if (ask.node() instanceof MenuNode.Choice choice) {
            choice.options().stream()
                    .filter(option -> option.say() != null)
                    .map(option -> Verb.say(option.language(), option.say()))
                    .forEach(verbs::add);
        }
        return verbs;
    }

    private String hints(MenuNode node, String language) {
        var options = node instanceof MenuNode.Choice choice
                ? choice.options().stream()
                        .flatMap(option -> option
                                .words()
                                .getOrDefault(option.language() == null ? language : option.language(), List.of())
                                .stream())
                : Stream.<String>empty();
        var words = Stream.concat(human.of(language).stream(), options)
                .map(word -> word.replace("*", ""))
                .distinct()
                .collect(Collectors.joining(","));
        return words.length() <= HINTS_LIMIT ? words : words.substring(0, words.lastIndexOf(',', HINTS_LIMIT));
    }
}
