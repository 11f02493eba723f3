package io.carryon.profile.recognition.reading;

import java.util.ArrayList;
import java.util.List;

/**
 * Finds numbers in free text of any format: {@code 2024-48129}, {@code #4711}, {@code INV 202448129},
 * {@code xxxx-1583}, {@code two zero two four four eight um one double two}.
 */
final class NumberReader {

    /** A number, and the words from its name to its last digit. */
    record Found(NamedNumber number, int firstWord, int lastWord) {}

    private static final int MOST_NUMBERS = 50;

    private final List<Word> words;
    private final NumberNames names;
    private final NumberSpans spans;

    NumberReader(List<Word> words, String text) {
        this.words = words;
        this.names = new NumberNames(words, text);
        this.spans = new NumberSpans(words, text, names);
    }

    /** In the order of the text; a word belongs to one number only. */
    List<Found> all() {
        var found = new ArrayList<Found>();
        var free = 0;
        for (int i = 0; i < words.size() && found.size() < MOST_NUMBERS; i++) {
            var span = spans.from(i);
            if (span.isPresent()) {
                found.add(names.named(span.get(), free));
                i = span.get().last();
                free = i + 1;
            }
        }
        return found;
    }
}
