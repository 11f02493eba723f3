package io.carryon.profile.recognition.reading;

import java.util.List;
import java.util.Set;

/** Texts that ask for something or report a trouble, unlike "yes, the blue one" or "the photo is attached". */
final class Requests {

    private static final Set<String> SIGNS =
            Set.copyOf(List.of(("how why where when what which who can could would will should may"
                            + " need needs needed want wants wanted wanna like help helping please report cancel change close open block unblock"
                            + " activate reset transfer refund order replace send get tell explain check show remove add update stop never"
                            + " can't cannot don't doesn't didn't isn't wasn't won't haven't hasn't unable failed fails broken lost stolen wrong"
                            + " missing declined rejected charged problem issue trouble error complaint looking trying tried wish wondering")
                    .split(" ")));

    /** Verbs that ask when they come first: "is there", "do you". */
    private static final Set<String> ASKING_FIRST =
            Set.of("is", "are", "am", "has", "have", "was", "were", "do", "does", "did");

    private Requests() {}

    static boolean isOne(String meaning) {
        if (meaning.indexOf('?') >= 0) {
            return true;
        }
        var words = Word.of(meaning).stream().map(Word::text).toList();
        return words.stream().anyMatch(SIGNS::contains)
                || (words.size() > 1 && ASKING_FIRST.contains(words.getFirst()));
    }
}
