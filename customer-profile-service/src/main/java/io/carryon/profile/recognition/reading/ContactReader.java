package io.carryon.profile.recognition.reading;

import java.util.ArrayList;
import java.util.BitSet;
import java.util.List;
import java.util.Set;
import java.util.regex.Pattern;

/** Reads a contact's text: what it is about, what it names, in which language. Bounded work whatever comes. */
public final class ContactReader {

    /** Characters read of a text, from its beginning: what a contact is about is said early. */
    public static final int LONGEST = 1500;

    private static final int LONGEST_WHOLE = 20_000;
    private static final Set<String> GREETINGS = Set.of(
            "hi", "hello", "hey", "hallo", "there", "dear", "yes", "yeah", "yep", "okay", "ok", "so", "well", "team",
            "hola", "bonjour");
    private static final List<List<String>> OPENINGS = List.of(
            List.of("good", "morning"),
            List.of("good", "afternoon"),
            List.of("good", "evening"),
            List.of("good", "day"),
            List.of("i", "called", "about"),
            List.of("i", "am", "calling", "about"),
            List.of("i'm", "calling", "about"),
            List.of("i", "am", "calling", "because"),
            List.of("i", "am", "writing", "about"),
            List.of("sir", "or", "madam"),
            List.of("support", "team"),
            List.of("by", "the", "way"));
    /** Before these, "like" is no filler. */
    private static final Set<String> TAKES_LIKE = Set.of(
            "would",
            "i'd",
            "we'd",
            "looks",
            "look",
            "looked",
            "feel",
            "feels",
            "what",
            "something",
            "don't",
            "not",
            "is",
            "it's");

    private static final Pattern BLANKS = Pattern.compile("\\s+");
    private static final Pattern BEFORE_MARK = Pattern.compile(" +([.,;:?!])");

    private final LanguageGuess languages;

    public ContactReader(LanguageGuess languages) {
        this.languages = languages;
    }

    /**
     * Reads a text; one without any letter or digit has an empty meaning.
     *
     * @param text as received, quotes and signature included or not; null is empty
     * @param language what the channel says, ISO 639-1, or null
     */
    public Reading read(String text, String language) {
        var own = OwnWords.of(text == null ? "" : cut(text, LONGEST_WHOLE));
        var bounded = cut(own, LONGEST);
        var words = Word.of(bounded);
        var numbers = new NumberReader(words, bounded).all();
        var spoken = meaningWords(words, numbers);
        var original = joined(bounded, spoken);
        var tongue = languages.of(original, spoken, language);
        var meaning = tongue != null && Glossary.LANGUAGES.contains(tongue)
                ? Glossary.of(tongue).english(spoken)
                : original;
        return Reading.of(
                meaning,
                tongue,
                numbers.stream().map(NumberReader.Found::number).distinct().toList());
    }

    /** What is left without numbers and their names, fillers, repetitions and opening phrases. */
    private static List<Word> meaningWords(List<Word> words, List<NumberReader.Found> numbers) {
        var named = new BitSet();
        numbers.forEach(found -> named.set(found.firstWord(), found.lastWord() + 1));
        var kept = new ArrayList<Word>();
        for (int i = opening(words); i < words.size(); ) {
            var skipped = named.get(i) ? 1 : disturbance(words, i, kept);
            if (skipped == 0) {
                kept.add(words.get(i));
            }
            i += Math.max(1, skipped);
        }
        // A text of openings and numbers only is about just these.
        return kept;
    }

    private static int disturbance(List<Word> words, int at, List<Word> kept) {
        var word = words.get(at).text();
        if (!kept.isEmpty()
                && kept.getLast().text().equals(word)
                && !words.get(at).isDigits()) {
            return 1;
        }
        var saysSomething = "well".equals(word)
                || ("like".equals(word)
                        && !kept.isEmpty()
                        && TAKES_LIKE.contains(kept.getLast().text()));
        return saysSomething ? 0 : Speech.filler(words, at);
    }

    private static int opening(List<Word> words) {
        var at = 0;
        while (at < words.size()) {
            var said = words.subList(at, words.size());
            var phrase = OPENINGS.stream().filter(each -> starts(said, each)).findFirst();
            if (phrase.isPresent()) {
                at += phrase.get().size();
            } else if (GREETINGS.contains(words.get(at).text())) {
                at++;
            } else if (Speech.filler(words, at) > 0) {
                at += Speech.filler(words, at);
            } else {
                break;
            }
        }
        return at;
    }

    private static boolean starts(List<Word> words, List<String> phrase) {
        if (words.size() < phrase.size()) {
            return false;
        }
        for (int i = 0; i < phrase.size(); i++) {
            if (!words.get(i).text().equals(phrase.get(i))) {
                return false;
            }
        }
        return true;
    }

    /** The kept words with the marks between them where they stand side by side. */
    private static String joined(String text, List<Word> kept) {
        var joined = new StringBuilder();
        for (int i = 0; i < kept.size(); i++) {
            joined.append(kept.get(i).written());
            var end = kept.get(i).end();
            var mark = end < text.length() && ".,?!".indexOf(text.charAt(end)) >= 0 ? text.charAt(end) : 0;
            if (mark != 0 && (i + 1 < kept.size() || mark == '?')) {
                joined.append(mark);
            }
            joined.append(' ');
        }
        return BEFORE_MARK
                .matcher(BLANKS.matcher(joined).replaceAll(" "))
                .replaceAll("$1")
                .strip();
    }

    private static String cut(String text, int longest) {
        if (text.length() <= longest) {
            return text;
        }
        return text.substring(0, Character.isHighSurrogate(text.charAt(longest - 1)) ? longest - 1 : longest);
    }
}
