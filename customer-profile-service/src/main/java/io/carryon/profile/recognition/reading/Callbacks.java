package io.carryon.profile.recognition.reading;

import java.util.List;
import java.util.Set;

/** Finds where a text asks to be called, since the number behind that is a phone's. */
final class Callbacks {

    private static final Set<String> VERBS = Set.of("call", "reach", "ring", "phone", "text", "contact", "whatsapp");
    private static final Set<String> PERSONS = Set.of("me", "us", "back");
    private static final Set<String> GERMAN_PERSONS = Set.of("mich", "uns", "mir");
    /** Beginnings of words that say it alone, without accents. */
    private static final List<String> ALONE = List.of(
            "appelez-moi",
            "rappelez-moi",
            "joignable",
            "joindre",
            "llameme",
            "llamarme",
            "llamarnos",
            "zadzwon",
            "oddzwon",
            "sunati-ma",
            "suna-ma",
            "sunati",
            "paskambin",
            "skambink");

    private Callbacks() {}

    /** Whether the request ends at the word: "call me", "mich unter", "appelez-moi". */
    static boolean asksAt(List<Word> words, int at) {
        var word = words.get(at).text();
        var before = at == 0 ? "" : words.get(at - 1).text();
        return (PERSONS.contains(word) && VERBS.contains(before))
                || ("unter".equals(word) && GERMAN_PERSONS.contains(before))
                || ALONE.stream().anyMatch(word::startsWith);
    }
}
