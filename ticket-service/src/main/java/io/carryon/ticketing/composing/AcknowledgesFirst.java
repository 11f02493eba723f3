package io.carryon.ticketing.composing;

import io.carryon.ticketing.wording.Phrases;
import java.util.Optional;

/** B before C: the customer is told that they were heard before they are told the solution. */
final class AcknowledgesFirst implements LintRule {

    @Override
    public String name() {
        return "acknowledgement";
    }

    @Override
    public Optional<String> missing(ReplyDraft draft) {
        return LintRule.when(
                draft.first() && !Phrases.acknowledge(draft.opening()),
                "Tell the customer that they were heard before you tell them the solution.");
    }
}
