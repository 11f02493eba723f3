package io.carryon.ticketing.composing;

import io.carryon.ticketing.wording.PlainText;
import java.util.Optional;
import java.util.stream.Collectors;

/** The customer is greeted by a part of their name, in the reply's first lines. */
final class GreetsByName implements LintRule {

    private static final int LINES = 3;

    @Override
    public String name() {
        return "greeting";
    }

    @Override
    public Optional<String> missing(ReplyDraft draft) {
        if (!draft.first() || draft.customerName() == null) {
            return Optional.empty();
        }
        var beginning = PlainText.spaced(draft.text().lines().limit(LINES).collect(Collectors.joining(" ")));
        var greeted = PlainText.words(draft.customerName()).stream()
                .filter(part -> part.length() > 1)
                .anyMatch(part -> beginning.contains(" " + part + " "));
        return LintRule.when(!greeted, "Greet %s by name.".formatted(draft.customerName()));
    }
}
