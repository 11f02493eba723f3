package io.carryon.gateway.phone.menu;

import java.text.Normalizer;
import java.util.Arrays;
import java.util.List;
import java.util.Locale;
import java.util.regex.Pattern;

/** Finds words in what a caller said, whatever their case, accents and punctuation. */
final class SpokenWords {

    private static final Pattern ACCENTS = Pattern.compile("\\p{M}+");
    private static final Pattern BETWEEN_WORDS = Pattern.compile("[^\\p{L}\\p{N}*]+");
    private static final String ANY_ENDING = "*";

    private final List<String> said;

    private SpokenWords(List<String> said) {
        this.said = said;
    }

    static SpokenWords in(String speech) {
        return new SpokenWords(words(speech.replace(ANY_ENDING, " ")));
    }

    /** How many words of the longest of these phrases were said one after another; 0 when none was. */
    int longestOf(List<String> phrases) {
        return phrases.stream()
                .map(SpokenWords::words)
                .filter(this::has)
                .mapToInt(List::size)
                .max()
                .orElse(0);
    }

    boolean hasAnyOf(List<String> phrases) {
        return longestOf(phrases) > 0;
    }

    private boolean has(List<String> phrase) {
        for (int start = 0; start + phrase.size() <= said.size(); start++) {
            if (hasAt(start, phrase)) {
                return true;
            }
        }
        return false;
    }

    private boolean hasAt(int start, List<String> phrase) {
        for (int i = 0; i < phrase.size(); i++) {
            var word = phrase.get(i);
            var heard = said.get(start + i);
            var fits = word.endsWith(ANY_ENDING)
                    ? heard.startsWith(word.substring(0, word.length() - 1))
                    : heard.equals(word);
            if (!fits) {
                return false;
            }
        }
        return !phrase.isEmpty();
    }

    /** In small letters without accents: telephone speech recognition is not to be relied on for either. */
    static List<String> words(String text) {
        var plain = ACCENTS.matcher(Normalizer.normalize(text, Normalizer.Form.NFD))
                .replaceAll("")
                .replace('ł', 'l')
                .replace('Ł', 'L')
                .toLowerCase(Locale.ROOT);
        return Arrays.stream(BETWEEN_WORDS.split(plain))
                .filter(word -> !word.isEmpty())
                .toList();
    }
}
