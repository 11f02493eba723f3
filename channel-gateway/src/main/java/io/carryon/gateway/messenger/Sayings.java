package io.carryon.gateway.messenger;

import java.util.List;
import java.util.Locale;
import java.util.ResourceBundle;

/** What we say of our own accord, in the customer's language where we speak it. */
public final class Sayings {

    private static final String BUNDLE = "messenger/say";
    private static final List<String> LANGUAGES = List.of("en", "de", "fr", "es", "pl", "ro", "lt");

    private Sayings() {}

    /** @param language BCP 47, or null */
    public static String of(String key, String language) {
        var spoken = language == null ? "" : Locale.forLanguageTag(language).getLanguage();
        var locale = Locale.of(LANGUAGES.contains(spoken) ? spoken : LANGUAGES.getFirst());
        return ResourceBundle.getBundle(
                        BUNDLE,
                        locale,
                        ResourceBundle.Control.getNoFallbackControl(ResourceBundle.Control.FORMAT_PROPERTIES))
                .getString(key);
    }
}
