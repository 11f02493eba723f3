package io.carryon.gateway.widget;

import io.carryon.gateway.article.ArticleOffer;
import io.carryon.gateway.article.Shelf;
import io.carryon.gateway.callback.CallbackSlots;
import io.carryon.gateway.chat.status.StatusBoard;
import io.carryon.gateway.door.ContactUs;
import io.carryon.gateway.door.HumanConfig;
import io.carryon.gateway.guard.Guard;
import io.carryon.gateway.site.Site;
import jakarta.enterprise.context.ApplicationScoped;
import java.text.Collator;
import java.util.Comparator;
import java.util.List;
import java.util.Locale;
import java.util.Map;

/** Shows a site's widget how things are now. */
@ApplicationScoped
class SiteViews {

    private final Guard guard;
    private final StatusBoard board;
    private final CallbackSlots slots;
    private final ArticleOffer articles;
    private final ContactUs contactUs;

    SiteViews(Guard guard, StatusBoard board, CallbackSlots slots, ArticleOffer articles, HumanConfig human) {
        this.guard = guard;
        this.board = board;
        this.slots = slots;
        this.articles = articles;
        this.contactUs = ContactUs.of(human);
    }

    /** For a visitor who reads {@code language}, or the site's first where that is null or none of the site's. */
    WidgetSite of(Site site, String language) {
        var readable = Shelf.languages(language, site.languages());
        return new WidgetSite(
                site.title(),
                site.color(),
                site.languages(),
                contactUs,
                board.agents(),
                !slots.free(1).isEmpty(),
                articles.isAny(readable),
                site.articlePage().orElse(null),
                topics(site, readable),
                guard.challenge());
    }

    private static List<WidgetSite.Topic> topics(Site site, List<String> readable) {
        var order = Collator.getInstance(Locale.forLanguageTag(readable.getFirst()));
        return site.topics().entrySet().stream()
                .map(topic -> new WidgetSite.Topic(topic.getKey(), label(topic.getValue(), readable)))
                .sorted(Comparator.comparing(WidgetSite.Topic::label, order))
                .toList();
    }

    private static String label(Map<String, String> words, List<String> readable) {
        return readable.stream()
                .map(words::get)
                .filter(word -> word != null && !word.isBlank())
                .findFirst()
                .orElseThrow();
    }
}
