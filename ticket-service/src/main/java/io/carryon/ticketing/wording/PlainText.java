package io.carryon.ticketing.wording;

import java.text.Normalizer;
import java.util.Arrays;
import java.util.List;
import java.util.Locale;
import java.util.regex.Pattern;

/** Texts as they are compared: without accents, capitals and marks. */
public final class PlainText {

    private static final Pattern ACCENTS = Pattern.compile("\\p{M}");
    private static final Pattern NO_WORD = Pattern.compile("[^\\p{L}\\p{Nd}]+");

    private PlainText() {}

    /** The words in their order. */
    public static List<String> words(String text) {
        return Arrays.stream(NO_WORD.split(folded(text)))
                .filter(word -> !word.isEmpty())
                .toList();
    }

    /** The words with one blank around each, so that a phrase is found by its words and never inside of one. */
    public static String spaced(String text) {
        return " " + String.join(" ", words(text)) + " ";
    }

    private static String folded(String text) {
        var lower = text.toLowerCase(Locale.ROOT).replace("ß", "ss").replace('ł', 'l');
        return ACCENTS.matcher(Normalizer.normalize(lower, Normalizer.Form.NFD)).replaceAll("");
    }
}
