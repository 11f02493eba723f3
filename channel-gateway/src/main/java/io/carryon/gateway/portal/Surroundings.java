package io.carryon.gateway.portal;

import io.carryon.gateway.callback.CallbackConfig;
import io.carryon.gateway.door.HumanConfig;
import jakarta.enterprise.context.ApplicationScoped;
import java.net.URI;
import java.time.Clock;
import java.util.Locale;

/** What is around every page, whoever reads it: whose pages they are, and the ways to a person. */
@ApplicationScoped
class Surroundings {

    private final HelpConfig config;
    private final HumanConfig human;
    private final CallbackConfig hours;
    private final HelpWords words;
    private final Clock clock;

    Surroundings(HelpConfig config, HumanConfig human, CallbackConfig hours, HelpWords words, Clock clock) {
        this.config = config;
        this.human = human;
        this.hours = hours;
        this.words = words;
        this.clock = clock;
    }

    /** Around a page of somebody's, as {@link Page} says. */
    Page page(String language, String path, String query, String word, String who) {
        return new Page(
                language,
                config.title(),
                config.style().map(URI::toString).orElse(null),
                path,
                query,
                null,
                word,
                who,
                human.phone().orElse(null),
                human.chat().orElse(null),
                human.email().orElse(null),
                new Times(Locale.forLanguageTag(language), hours.zone(), clock, words.in(language)));
    }

    /** Around a page of nobody's, which has no forms. */
    Page page(String language) {
        return page(language, "/help", "", null, null);
    }
}
