package io.carryon.ticketing.composing;

import io.carryon.ticketing.wording.Phrases;
import java.util.Optional;

/** The customer knows what comes next, and by when they hear from us. */
final class NamesTheNextStep implements LintRule {

    @Override
    public String name() {
        return "next-step";
    }

    @Override
    public Optional<String> missing(ReplyDraft draft) {
        return LintRule.when(
                !draft.promises() && !Phrases.promise(draft.text()),
                "Say what comes next, or send nextUpdateBy: by when the customer hears from us.");
    }
}
