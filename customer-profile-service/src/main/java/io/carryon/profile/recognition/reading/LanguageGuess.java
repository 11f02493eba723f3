package io.carryon.profile.recognition.reading;

import com.github.pemistahl.lingua.api.Language;
import com.github.pemistahl.lingua.api.LanguageDetector;
import com.github.pemistahl.lingua.api.LanguageDetectorBuilder;
import java.util.List;
import java.util.Locale;

/**
 * Tells the language of a text: what the channel says, else what its little words leave no doubt about, else what Lingua
 * finds among those we greet in.
 */
public final class LanguageGuess {

    private static final int SHORTEST = 4;
    private static final int LONGEST = 400;
    private static final double SURE = 0.6;

    // Trigrams only: a contact has enough of them, and the larger models would take ten times the memory.
    private final LanguageDetector detector = LanguageDetectorBuilder.fromLanguages(
                    Language.ENGLISH,
                    Language.GERMAN,
                    Language.FRENCH,
                    Language.SPANISH,
                    Language.POLISH,
                    Language.ROMANIAN,
                    Language.LITHUANIAN)
            .withLowAccuracyMode()
            .build();

    /**
     * The language, or null when the text does not tell.
     *
     * @param words those of the text
     * @param said ISO 639-1 or a BCP 47 tag by the channel, or null
     */
    String of(String text, List<Word> words, String said) {
        if (said != null && !said.isBlank() && !"und".equals(said)) {
            return Locale.forLanguageTag(said).getLanguage();
        }
        if (text.length() < SHORTEST) {
            return null;
        }
        var plain = LittleWords.language(words, LONGEST);
        return plain == null ? detected(text) : plain;
    }

    /** What costs most of all that is done to read a text. */
    private String detected(String text) {
        var values =
                detector.computeLanguageConfidenceValues(text.length() > LONGEST ? text.substring(0, LONGEST) : text);
        return values.entrySet().stream()
                .findFirst()
                .filter(best -> best.getValue() >= SURE)
                .map(best -> best.getKey().getIsoCode639_1().toString().toLowerCase(Locale.ROOT))
                .orElse(null);
    }
}
