package io.carryon.gateway.portal;

import io.quarkus.qute.i18n.Localized;
import io.quarkus.qute.i18n.MessageBundles;
import io.vertx.core.http.Cookie;
import io.vertx.core.http.HttpServerRequest;
import jakarta.enterprise.context.ApplicationScoped;
import java.util.List;
import java.util.Locale;
import java.util.Optional;

/** The words of the pages, in each language there is. */
@ApplicationScoped
class HelpWords {

    /** Keeps the language a browser chose. */
    static final String COOKIE = "carryon_language";

    private static final List<String> CODES =
            Page.LANGUAGES.stream().map(Page.Language::code).toList();

    HelpMessages in(String language) {
        return MessageBundles.get(HelpMessages.class, Localized.Literal.of(language));
    }

    /** Those of mails. */
    LetterMessages ofLetters(String language) {
        return MessageBundles.get(LetterMessages.class, Localized.Literal.of(language));
    }

    boolean has(String language) {
        return language != null && CODES.contains(language);
    }

    /** As the browser chose it before, else as it prefers. */
    String keptBy(HttpServerRequest request) {
        return Optional.ofNullable(request.getCookie(COOKIE))
                .map(Cookie::getValue)
                .filter(this::has)
                .orElseGet(() -> preferred(request.getHeader("Accept-Language")));
    }

    /** The language there is for a tag, or null: English when there is none. */
    String nearest(String tag) {
        return tag == null ? CODES.getFirst() : preferred(tag);
    }

    /** The first language there is of those that the browser prefers; English when there is none. */
    String preferred(String acceptLanguage) {
        if (acceptLanguage == null || acceptLanguage.length() > 500) {
            return CODES.getFirst();
        }
        try {
            var ranges = Locale.LanguageRange.parse(acceptLanguage);
            var best = Locale.lookupTag(ranges, CODES);
            return best == null ? CODES.getFirst() : best;
        } catch (IllegalArgumentException e) {
            return CODES.getFirst();
        }
    }
}
