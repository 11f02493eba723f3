package io.carryon.profile.recognition.reading;

import java.text.Normalizer;
import java.util.List;
import java.util.Locale;
import java.util.Set;
import java.util.regex.Pattern;

/**
 * A word of a text, or a number as written.
 *
 * @param text lower case, without accents
 * @param written as it stands in the text
 * @param start where it begins in the text
 * @param end where it ends, exclusive
 */
record Word(String text, String written, int start, int end) {

    private static final Set<String> ABBREVIATIONS =
            Set.of("no", "nr", "inv", "ref", "tel", "cust", "num", "acct", "ord", "approx", "mr", "mrs", "dr", "st");
    private static final Pattern ACCENTS = Pattern.compile("\\p{M}+");

    static List<Word> of(String text) {
        return new WordFinder(text).all();
    }

    /** Lower case and without accents, so that spellings with and without them are one. */
    static String plain(String text) {
        return isAscii(text)
                ? text.toLowerCase(Locale.ROOT)
                : ACCENTS.matcher(Normalizer.normalize(text, Normalizer.Form.NFD))
                        .replaceAll("")
                        .toLowerCase(Locale.ROOT)
                        .replace('’', '\'')
                        .replace('ł', 'l')
                        .replace('đ', 'd')
                        .replace('ø', 'o')
                        .replace("ß", "ss");
    }

    private static boolean isAscii(String text) {
        for (int i = 0; i < text.length(); i++) {
            if (text.charAt(i) >= 0x80) {
                return false;
            }
        }
        return true;
    }

    /** Whether there is nothing else. */
    static boolean isDigits(CharSequence text) {
        return digits(text) == text.length();
    }

    static int digits(CharSequence text) {
        var digits = 0;
        for (int i = 0; i < text.length(); i++) {
            digits += Character.isDigit(text.charAt(i)) ? 1 : 0;
        }
        return digits;
    }

    boolean isDigits() {
        return isDigits(text);
    }

    boolean isLetter() {
        return text.length() == 1 && Character.isLetter(text.charAt(0));
    }

    int digits() {
        return digits(text);
    }

    /** Whether a sentence ends, or a line, between this word and the next. */
    boolean isSentenceBefore(Word next, String whole) {
        for (int i = end; i < next.start(); i++) {
            var c = whole.charAt(i);
            if (c == '!' || c == '?' || c == '\n' || c == ';' || (c == '.' && !isAbbreviation())) {
                return true;
            }
        }
        return false;
    }

    private boolean isAbbreviation() {
        return ABBREVIATIONS.contains(text);
    }
}
