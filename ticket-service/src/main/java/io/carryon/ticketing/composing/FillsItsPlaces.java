package io.carryon.ticketing.composing;

import io.carryon.ticketing.wording.Template;
import java.util.Optional;

/** No place of a template is left empty: such a reply is not sent. */
final class FillsItsPlaces implements LintRule {

    @Override
    public String name() {
        return "placeholders";
    }

    @Override
    public Optional<String> missing(ReplyDraft draft) {
        var places = Template.places(draft.text());
        return LintRule.when(!places.isEmpty(), "Fill in %s; until then it is not sent.".formatted(places));
    }
}
