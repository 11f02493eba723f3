package io.carryon.gateway.phone.line;

import io.carryon.gateway.phone.PhoneConfig;
import io.carryon.gateway.recognition.RecognitionQuestion;
import jakarta.enterprise.context.ApplicationScoped;
import java.text.MessageFormat;
import java.util.List;
import java.util.Locale;
import java.util.MissingResourceException;
import java.util.Objects;
import java.util.ResourceBundle;
import java.util.Set;
import java.util.function.UnaryOperator;
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

    /**
     * With the ticket's number spelled digit by digit, or without one when it is null. A question follows, with its
     * keys, in its own language only; it may be null.
     */
    List<IvrAnswers.Say> connecting(String wanted, String ticketNumber, RecognitionQuestion question) {
        var asked = question == null ? null : spoken(question.language());
        return Stream.of(spoken(wanted), asked, ENGLISH)
                .filter(Objects::nonNull)
                .distinct()
                .map(language -> new IvrAnswers.Say(
                        language,
                        sentence(language, ticketNumber) + (language.equals(asked) ? asking(language, question) : "")))
                .toList();
    }

    /**
     * A sentence by its name, in the caller's language and as a second choice in English; its one value, if it has one, is
     * said in the same language.
     */
    List<IvrAnswers.Say> say(String name, String wanted, UnaryOperator<String> valueIn) {
        return Stream.of(spoken(wanted), ENGLISH)
                .distinct()
                .map(language -> new IvrAnswers.Say(
                        language, MessageFormat.format(sentences(language).getString(name), valueIn.apply(language))))
                .toList();
    }

    private static String asking(String language, RecognitionQuestion question) {
        return " " + question.text() + " " + sentences(language).getString("question.keys");
    }

    private static String sentence(String language, String ticketNumber) {
        var sentences = sentences(language);
        return ticketNumber == null
                ? sentences.getString("connecting")
                : MessageFormat.format(sentences.getString("connecting.ticket"), spelled(ticketNumber));
    }

    private static ResourceBundle sentences(String language) {
        try {
            return ResourceBundle.getBundle(
                    BUNDLE, Locale.of(language), Thread.currentThread().getContextClassLoader());
        } catch (MissingResourceException e) {
            throw new IllegalStateException("There are no sentences in " + language, e);
        }
    }

    private static String spelled(String number) {
        return number.chars().mapToObj(Character::toString).collect(Collectors.joining(", "));
    }
}
