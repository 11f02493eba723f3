package io.carryon.profile.recognition.question;

import java.time.Instant;
import java.time.LocalDate;
import java.time.ZoneId;
import java.time.format.TextStyle;
import java.time.temporal.ChronoUnit;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.ResourceBundle;

/** The words of one language. */
final class Words {

    /** Languages there are sentences in; the first stands where a configured one is none of them. */
    static final List<String> LANGUAGES = List.of("en", "de", "fr", "es", "pl", "ro", "lt");

    private static final String BUNDLE = "questions/question";

    /** Days after which a weekday would be the wrong week's. */
    private static final long LAST_WEEKDAY = 6;

    /** Months after which a date without its year would be the coming one. */
    private static final int MONTHS_WITHOUT_YEAR = 11;

    private final Locale locale;
    private final ResourceBundle words;

    private Words(String language) {
        this.locale = Locale.of(language);
        this.words = ResourceBundle.getBundle(
                BUNDLE,
                language.equals(LANGUAGES.getFirst()) ? Locale.ROOT : locale,
                ResourceBundle.Control.getNoFallbackControl(ResourceBundle.Control.FORMAT_PROPERTIES));
    }

    /** @param tag BCP 47, or null; its region makes no difference */
    static Optional<Words> of(String tag) {
        return Optional.ofNullable(tag)
                .map(text ->
                        Locale.forLanguageTag(text.strip().replace('_', '-')).getLanguage())
                .filter(LANGUAGES::contains)
                .map(Words::new);
    }

    static Words ofFirst() {
        return new Words(LANGUAGES.getFirst());
    }

    String language() {
        return locale.getLanguage();
    }

    String general() {
        return words.getString("general");
    }

    /** The subject goes in last, so that nothing in it is taken for a place of ours. */
    String specific(Reminder about, Instant now, ZoneId zone) {
        return words.getString("specific")
                .replace("{contact}", contact(about.channel()))
                .replace("{day}", day(about.at(), now, zone))
                .replace(" {topic}", topic(about).map(topic -> " " + topic).orElse(""));
    }

    private Optional<String> topic(Reminder about) {
        return Optional.ofNullable(about.reference())
                .filter(reference -> words.containsKey("about." + reference.kind()))
                .map(reference -> words.getString("about." + reference.kind()).replace("{number}", reference.number()))
                .or(() -> Topic.of(about.subject())
                        .map(subject -> words.getString("about").replace("{subject}", subject)));
    }

    private String contact(String channel) {
        var key = "contact." + channel;
        return words.getString(words.containsKey(key) ? key : "contact");
    }

    private String day(Instant at, Instant now, ZoneId zone) {
        var day = LocalDate.ofInstant(at, zone);
        var today = LocalDate.ofInstant(now, zone);
        var ago = ChronoUnit.DAYS.between(day, today);
        if (ago <= 0) {
            return words.getString("today");
        } else if (ago == 1) {
            return words.getString("yesterday");
        } else if (ago <= LAST_WEEKDAY) {
            return words.getString("weekday." + day.getDayOfWeek().getValue());
        }
        return words.getString(day.isAfter(today.minusMonths(MONTHS_WITHOUT_YEAR)) ? "date" : "date.year")
                .replace("{d}", day.getDayOfMonth() == 1 ? words.getString("first") : "" + day.getDayOfMonth())
                .replace("{month}", day.getMonth().getDisplayName(TextStyle.FULL, locale))
                .replace("{year}", "" + day.getYear());
    }
}
