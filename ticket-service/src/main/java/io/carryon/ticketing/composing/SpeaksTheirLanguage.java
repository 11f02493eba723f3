package io.carryon.ticketing.composing;

import io.carryon.ticketing.wording.Language;
import java.util.Optional;

/** The reply is in the language of the customer, as far as its words tell one. */
final class SpeaksTheirLanguage implements LintRule {

    @Override
    public String name() {
        return "language";
    }

    @Override
    public Optional<String> missing(ReplyDraft draft) {
        return Language.guess(draft.text())
                .filter(told -> told != draft.language())
                .map(told -> "It seems to be in %s; the customer writes in %s."
                        .formatted(told.code(), draft.language().code()));
    }
}
