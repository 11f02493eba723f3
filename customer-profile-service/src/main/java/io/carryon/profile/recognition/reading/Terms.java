package io.carryon.profile.recognition.reading;

import java.util.LinkedHashSet;
import java.util.List;
import java.util.Set;

/** The words of an English text that matter, stemmed so far that plural and tense do not count. */
final class Terms {

    private static final int MOST = 60;
    private static final int SHORTEST_STEM = 3;
    private static final String BETWEEN = "-/._";
    private static final List<String> ENDINGS = List.of("ing", "ies", "ed", "es", "s", "e", "y");
    private static final Set<String> SMALL_WORDS =
            Set.copyOf(List.of(("a an the i me my mine is it its to do does did can could will would shall"
                            + " should may might must you your yours he she they them their we our us how what why where when which who whose of for in on"
                            + " at and or but this that these those with be been being am are was were have has had having if not no nor from by as so too"
                            + " there here im ive id dont doesnt didnt cant wont isnt hi hello hey need want get got getting any some please thank thanks"
                            + " just also than then into out up about like know tell let help make made one")
                    .split(" ")));

    private Terms() {}

    static Set<String> of(List<Word> words) {
        var terms = new LinkedHashSet<String>();
        for (var word : words) {
            addParts(word.text(), terms);
            if (terms.size() == MOST) {
                break;
            }
        }
        return terms;
    }

    private static void addParts(String word, Set<String> terms) {
        for (int start = 0; start < word.length() && terms.size() < MOST; ) {
            var end = start;
            while (end < word.length() && BETWEEN.indexOf(word.charAt(end)) < 0) {
                end++;
            }
            var bare = word.substring(start, end).replace("'", "");
            if (bare.length() > 1 && !SMALL_WORDS.contains(bare)) {
                terms.add(stem(bare));
            }
            start = end + 1;
        }
    }

    private static String stem(String word) {
        for (var ending : ENDINGS) {
            if (word.endsWith(ending) && word.length() - ending.length() >= SHORTEST_STEM) {
                return word.substring(0, word.length() - ending.length());
            }
        }
        return word;
    }
}
