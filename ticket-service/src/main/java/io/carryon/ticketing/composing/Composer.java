package io.carryon.ticketing.composing;

import io.carryon.ticketing.wording.Language;
import io.carryon.ticketing.wording.Phrases;
import io.carryon.ticketing.wording.Template;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;

/**
 * Proposes the first reply: by the customer's name, their question restated, an acknowledgement, a place for the
 * solution, what comes next, and who writes. The number stands last: nobody is a number.
 */
final class Composer {

    private Composer() {}

    static String compose(Situation situation, Language language, String agentName) {
        var phrases = Phrases.in(language);
        var known = situation.known(agentName, language);
        var paragraphs = new ArrayList<>(beginning(situation, phrases, known));
        paragraphs.add("{{%s}}".formatted(Placeholder.SOLUTION.key()));
        paragraphs.add(next(situation, phrases));
        paragraphs.add(phrases.text("closing"));
        paragraphs.add(phrases.text("number"));
        return Template.fill(String.join("\n\n", paragraphs), known);
    }

    /** How it begins, up to where the solution follows. */
    static String opening(Situation situation, Language language, String agentName) {
        var known = situation.known(agentName, language);
        return Template.fill(String.join("\n\n", beginning(situation, Phrases.in(language), known)), known);
    }

    private static List<String> beginning(Situation situation, Phrases phrases, Map<String, String> known) {
        var greeting = known.containsKey(Placeholder.CUSTOMER_NAME.key()) ? "greeting" : "greeting-nameless";
        return List.of(phrases.text(greeting), restated(situation, phrases), phrases.text(heard(situation)));
    }

    private static String restated(Situation situation, Phrases phrases) {
        var sentences = new ArrayList<>(List.of(phrases.text("restated")));
        var understanding = situation.understanding();
        if (understanding != null && understanding.expectation() != null) {
            sentences.add(phrases.text("expected"));
        }
        sentences.add(phrases.text("corrected"));
        return String.join(" ", sentences);
    }

    private static String heard(Situation situation) {
        var understanding = situation.understanding();
        return understanding == null || understanding.desiredOutcome() == null
                ? "heard"
                : "heard." + understanding.desiredOutcome();
    }

    private static String next(Situation situation, Phrases phrases) {
        return situation.promised() == null
                ? phrases.text("next")
                : phrases.text("next") + " " + phrases.text("next-by");
    }
}
