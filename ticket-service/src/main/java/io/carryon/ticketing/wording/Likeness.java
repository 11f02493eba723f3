package io.carryon.ticketing.wording;

import java.util.HashSet;
import java.util.Set;
import java.util.stream.Collectors;

/**
 * How much of one text is said again in another, from 0 to 1: by the runs of three letters of its words of four letters
 * and more and of its numbers. So forms of a word are alike in any language, and small words count for nothing.
 */
public final class Likeness {

    /** Texts with fewer runs say too little to be compared. */
    private static final int FEWEST = 6;

    private static final int RUN = 3;
    private static final int LONGEST = 4000;

    private Likeness() {}

    /** How much of the shorter text is said in the longer one; 0 when either says too little. */
    public static double of(String one, String other) {
        var runs = runs(one);
        var others = runs(other);
        var fewer = Math.min(runs.size(), others.size());
        return fewer < FEWEST ? 0 : (double) shared(runs, others) / fewer;
    }

    /** How much of {@code said} is found again in {@code text}; 1 when it says too little to be missed. */
    public static double covered(String said, String text) {
        var runs = runs(said);
        return runs.size() < FEWEST ? 1 : (double) shared(runs, runs(text)) / runs.size();
    }

    private static int shared(Set<String> runs, Set<String> others) {
        var both = new HashSet<>(runs);
        both.retainAll(others);
        return both.size();
    }

    private static Set<String> runs(String text) {
        return PlainText.words(text.substring(0, Math.min(text.length(), LONGEST))).stream()
                .filter(word -> word.length() > RUN || Character.isDigit(word.charAt(0)))
                .flatMap(word -> runsOf(word).stream())
                .collect(Collectors.toSet());
    }

    private static Set<String> runsOf(String word) {
        var padded = " " + word;
        var runs = new HashSet<String>();
        for (var at = 0; at + RUN <= padded.length(); at++) {
            runs.add(padded.substring(at, at + RUN));
        }
        return runs;
    }
}
