package io.carryon.profile.recognition.reading;

import java.text.Normalizer;
import java.util.ArrayList;
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

    private static final Pattern WORD = Pattern.compile(
            "[*x•#]{2,}[- ]?\\d{2,}|[\\p{L}\\p{M}\\p{N}]+(?:[-/.'’_][\\p{L}\\p{M}\\p{N}]+)*", Pattern.CASE_INSENSITIVE);
    private static final Set<String> ABBREVIATIONS =
            Set.of("no", "nr", "inv", "ref", "tel", "cust", "num", "acct", "ord", "approx", "mr", "mrs", "dr", "st");
    private static final Pattern ACCENTS = Pattern.compile("\\p{M}+");

    static List<Word> of(String text) {
        var words = new ArrayList<Word>();
        var matcher = WORD.matcher(text);
        while (matcher.find()) {
            words.add(new Word(plain(matcher.group()), matcher.group(), matcher.start(), matcher.end()));
        }
        return words;
    }

    /** Lower case and without accents, so that spellings with and without them are one. */
    static String plain(String text) {
        var bare =
                ACCENTS.matcher(Normalizer.normalize(text, Normalizer.Form.NFD)).replaceAll("");
        return bare.toLowerCase(Locale.ROOT)
                .replace('’', '\'')
                .replace('ł', 'l')
                .replace('đ', 'd')
                .replace('ø', 'o')
                .replace("ß", "ss");
    }

    boolean isDigits() {
        return text.chars().allMatch(Character::isDigit);
    }

    boolean isLetter() {
        return text.length() == 1 && Character.isLetter(text.charAt(0));
    }

    long digits() {
        return text.chars().filter(Character::isDigit).count();
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
