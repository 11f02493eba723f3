package io.carryon.profile.recognition.reading;

import java.util.LinkedHashSet;
import java.util.List;
import java.util.Set;

/** The words of an English text that matter, stemmed so far that plural and tense do not count. */
final class Terms {

    private static final int MOST = 60;
    private static final int SHORTEST_STEM = 3;
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
            for (var part : word.text().split("[-/._]")) {
                var bare = part.replace("'", "");
                if (bare.length() > 1 && !SMALL_WORDS.contains(bare) && terms.size() < MOST) {
                    terms.add(stem(bare));
                }
            }
        }
        return terms;
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
