package io.carryon.ticketing.composing;

import io.carryon.ticketing.wording.Likeness;
import java.util.Optional;

/** A first reply opens with what the customer presented, so that they see that it was read. */
final class RestatesTheQuestion implements LintRule {

    /** Own words share so much with what they restate. */
    private static final double ENOUGH = 0.25;

    @Override
    public String name() {
        return "restatement";
    }

    @Override
    public Optional<String> missing(ReplyDraft draft) {
        return LintRule.when(
                draft.first() && Likeness.covered(draft.problem(), draft.opening()) < ENOUGH,
                "Open with the question in your own words: what happened, and what the customer expects.");
    }
}
