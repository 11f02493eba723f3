package io.carryon.profile.recognition.reading;

import java.util.Arrays;
import java.util.List;
import java.util.Set;
import java.util.stream.Collectors;

/** Words to find in a text, some of them by their beginning. */
final class Spellings {

    private static final int SHORTEST_WITH_BEGINNING = 4;
    private static final int LONG_ENOUGH_TO_FORGIVE = 5;

    private final Set<String> whole;
    private final List<String> longer;
    private final List<String> beginnings;

    private Spellings(List<String> words) {
        this.whole = words.stream().filter(word -> !isBeginning(word)).collect(Collectors.toUnmodifiableSet());
        this.longer = whole.stream()
                .filter(word -> word.length() >= LONG_ENOUGH_TO_FORGIVE)
                .toList();
        this.beginnings = words.stream()
                .filter(Spellings::isBeginning)
                .map(word -> word.substring(0, word.length() - 1))
                .toList();
    }

    /** @param words with blanks between; one with {@code *} behind it stands for all that begin with it */
    static Spellings of(String words) {
        return new Spellings(Arrays.asList(words.split(" ")));
    }

    boolean has(String word) {
        if (whole.contains(word)) {
            return true;
        }
        if (word.length() >= SHORTEST_WITH_BEGINNING) {
            for (var beginning : beginnings) {
                if (word.startsWith(beginning)) {
                    return true;
                }
            }
        }
        return false;
    }

    /** Whether it is one of the longer words with a typing error. */
    boolean almostHas(String word) {
        for (var each : longer) {
            if (Spelling.isWithinOne(each, word)) {
                return true;
            }
        }
        return false;
    }

    private static boolean isBeginning(String word) {
        return word.endsWith("*");
    }
}
