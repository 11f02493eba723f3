package io.carryon.gateway.phone.ivr;

import io.carryon.gateway.phone.PhoneConfig;
import jakarta.enterprise.context.ApplicationScoped;
import java.text.MessageFormat;
import java.util.List;
import java.util.Locale;
import java.util.MissingResourceException;
import java.util.ResourceBundle;
import java.util.Set;
import java.util.stream.Collectors;
import java.util.stream.Stream;

/** What the caller hears before a person answers, in their language and as a second choice in English. */
@ApplicationScoped
public class Announcement {

    private static final String BUNDLE = "phone/say";
    private static final String ENGLISH = "en";
    private static final Set<String> SPOKEN = Set.of("de", "en", "es", "fr", "lt", "pl", "ro");

    private final String fallback;

    public Announcement(PhoneConfig config) {
        this.fallback = config.language();
    }

    /** The language to speak for one the caller or the IVR named, or null. */
    String spoken(String wanted) {
        if (wanted != null) {
            var language = Locale.forLanguageTag(wanted).getLanguage();
            if (SPOKEN.contains(language)) {
                return language;
            }
        }
        return SPOKEN.contains(fallback) ? fallback : ENGLISH;
    }

    /** With the ticket's number spelled digit by digit, or without one when it is null. */
    List<IvrAnswers.Say> connecting(String wanted, String ticketNumber) {
        return Stream.of(spoken(wanted), ENGLISH)
                .distinct()
                .map(language -> new IvrAnswers.Say(language, sentence(language, ticketNumber)))
                .toList();
    }

    private static String sentence(String language, String ticketNumber) {
        try {
            var sentences = ResourceBundle.getBundle(
                    BUNDLE, Locale.of(language), Thread.currentThread().getContextClassLoader());
            return ticketNumber == null
                    ? sentences.getString("connecting")
                    : MessageFormat.format(sentences.getString("connecting.ticket"), spelled(ticketNumber));
        } catch (MissingResourceException e) {
            throw new IllegalStateException("There are no sentences in " + language, e);
        }
    }

    private static String spelled(String number) {
        return number.chars().mapToObj(Character::toString).collect(Collectors.joining(", "));
    }
}
