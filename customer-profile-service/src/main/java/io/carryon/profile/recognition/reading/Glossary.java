package io.carryon.profile.recognition.reading;

import java.io.BufferedReader;
import java.io.IOException;
import java.io.InputStreamReader;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.util.HashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Set;
import java.util.concurrent.ConcurrentHashMap;

/**
 * Support words of other languages in English, so that sentences of two languages can be compared by a model that
 * reads English only. Word by word: the meaning has to survive, not the grammar.
 */
public final class Glossary {

    /** Languages with a word list. */
    public static final Set<String> LANGUAGES = Set.of("de", "fr", "es", "pl", "ro", "lt");

    private static final int MOST_WORDS_OF_A_PHRASE = 4;
    private static final int SHORTEST_STEM = 3;
    private static final Map<String, Glossary> LOADED = new ConcurrentHashMap<>();

    private final Map<String, String> words = new HashMap<>();
    private final Map<String, String> stems = new HashMap<>();

    private Glossary(String language) {
        try (var in = Glossary.class.getResourceAsStream("/glossary/" + language + ".tsv");
                var lines = new BufferedReader(new InputStreamReader(in, StandardCharsets.UTF_8))) {
            lines.lines().filter(line -> line.indexOf('\t') > 0).forEach(this::add);
        } catch (IOException e) {
            throw new UncheckedIOException("The word list of " + language + " cannot be read", e);
        }
    }

    /** @param language one of {@link #LANGUAGES} */
    static Glossary of(String language) {
        return LOADED.computeIfAbsent(language, Glossary::new);
    }

    /** Words that differ by an accent alone have a line each: the exact spelling is kept beside the plain one. */
    private void add(String line) {
        var tab = line.indexOf('\t');
        var spelling = line.substring(0, tab).strip();
        var english = line.substring(tab + 1).strip().intern();
        var plain = Word.plain(spelling);
        if (plain.endsWith("*")) {
            stems.putIfAbsent(plain.substring(0, plain.length() - 1), english);
        } else if (plain.equals(spelling)) {
            words.put(plain, english);
        } else {
            var known = words.putIfAbsent(plain, english);
            if (known != null && !known.equals(english)) {
                words.putIfAbsent(spelling, english);
            }
        }
    }

    /** The words in English where they are known, the rest as written. */
    String english(List<Word> foreign) {
        var english = new StringBuilder();
        for (int i = 0; i < foreign.size(); ) {
            var phrase = longestPhrase(foreign, i);
            var meaning = phrase > 1 ? words.get(joined(foreign, i, phrase)) : word(foreign.get(i));
            append(english, meaning == null ? foreign.get(i).written() : meaning);
            i += Math.max(1, phrase);
        }
        return english.toString();
    }

    private int longestPhrase(List<Word> foreign, int at) {
        for (int length = Math.min(MOST_WORDS_OF_A_PHRASE, foreign.size() - at); length > 0; length--) {
            if (words.containsKey(joined(foreign, at, length))) {
                return length;
            }
        }
        return 0;
    }

    private static String joined(List<Word> foreign, int at, int length) {
        if (length == 1) {
            return foreign.get(at).text();
        }
        var joined = new StringBuilder(foreign.get(at).text());
        for (int i = at + 1; i < at + length; i++) {
            joined.append(' ').append(foreign.get(i).text());
        }
        return joined.toString();
    }

    private String word(Word word) {
        var exact = words.get(word.written().toLowerCase(Locale.ROOT).replace('’', '\''));
        if (exact != null) {
            return exact;
        }
        var plain = words.get(word.text());
        return plain == null ? stem(word.text()) : plain;
    }

    private String stem(String word) {
        for (int length = word.length(); length >= SHORTEST_STEM; length--) {
            var meaning = stems.get(word.substring(0, length));
            if (meaning != null) {
                return meaning;
            }
        }
        // Elided articles: l'application, d'argent.
        var apostrophe = word.indexOf('\'');
        if (apostrophe > 0 && apostrophe <= 2 && apostrophe + 1 < word.length()) {
            var rest = word.substring(apostrophe + 1);
            return words.containsKey(rest) ? words.get(rest) : stem(rest);
        }
        return null;
    }

    private static void append(StringBuilder text, String words) {
        if (!words.isEmpty()) {
            text.append(text.isEmpty() ? "" : " ").append(words);
        }
    }
}
