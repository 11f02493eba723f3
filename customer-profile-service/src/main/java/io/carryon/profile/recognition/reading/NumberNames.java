package io.carryon.profile.recognition.reading;

import java.util.List;
import java.util.Set;

/** Finds what numbers in a text are called: before them, as in "order number 4711", or behind. */
final class NumberNames {

    private static final int WORDS_BEFORE = 8;
    private static final int WORDS_AFTER = 4;
    private static final int LONG_ENOUGH = 6;
    private static final Set<String> SAY_NUMBER =
            Set.of("number no nr numero nummer numer numar numarul numeris num id code ref reference".split(" "));
    private static final Set<String> LEADS = Set.of(
            ("it is its it's about regarding concerning re the my our your this for with of a an no nr number numero"
                            + " nummer numer numar numarul numeris last four in and id code de la le el ma mein meine mi n num hash")
                    .split(" "));

    private final List<Word> words;
    private final String text;

    NumberNames(List<Word> words, String text) {
        this.words = words;
        this.text = text;
    }

    /** @param earliest the first word that may belong to it */
    NumberReader.Found named(NumberSpan span, int earliest) {
        NumberName name = null;
        var first = span.first();
        for (int i = span.first() - 1; i >= Math.max(earliest, span.first() - WORDS_BEFORE); i--) {
            if (words.get(i).isSentenceBefore(words.get(i + 1), text)) {
                break;
            }
            if (Callbacks.asksAt(words, i)) {
                name = NumberName.PHONE;
                break;
            }
            var called = NumberName.of(words.get(i).text());
            if (called.isPresent() && isNumberOf(i, span)) {
                name = called.get();
                first = withLead(i, earliest, name);
                break;
            }
        }
        if (name == null && !span.masked()) {
            name = nameAfter(span);
        }
        if (span.masked() && (name == null || name.isTransactional())) {
            name = NumberName.CARD;
        }
        return new NumberReader.Found(new NamedNumber(name, span.value(), span.spoken()), first, span.last());
    }

    /** A short number behind what happened, as in "a refund of 1500", is said to be one. */
    private boolean isNumberOf(int name, NumberSpan span) {
        return !NumberName.happens(words.get(name).text())
                || span.value().length() >= LONG_ENOUGH
                || words.subList(name + 1, span.first()).stream().anyMatch(word -> SAY_NUMBER.contains(word.text()));
    }

    /** Whether a name leads up to the word. */
    boolean standsBefore(int at) {
        for (int i = at - 1; i >= Math.max(0, at - 4); i--) {
            if (words.get(i).isSentenceBefore(words.get(i + 1), text)) {
                return false;
            }
            if (NumberName.of(words.get(i).text()).isPresent()) {
                return !NumberName.happens(words.get(i).text());
            }
            if (!LEADS.contains(words.get(i).text())) {
                return false;
            }
        }
        return false;
    }

    /** "4711 is my order number". */
    private NumberName nameAfter(NumberSpan span) {
        for (int i = span.last() + 1; i < Math.min(words.size(), span.last() + 1 + WORDS_AFTER); i++) {
            if (words.get(i - 1).isSentenceBefore(words.get(i), text)) {
                return null;
            }
            var called = NumberName.of(words.get(i).text());
            if (called.isPresent()) {
                return called.get();
            }
            if (!LEADS.contains(words.get(i).text())) {
                return null;
            }
        }
        return null;
    }

    /** The words before the name that only lead up to it: "it is about transaction reference", "the card ending". */
    private int withLead(int at, int earliest, NumberName name) {
        var first = at;
        if (first > earliest && isOneTerm(first - 1, at, name)) {
            first--;
        }
        while (first > earliest
                && !words.get(first - 1).isSentenceBefore(words.get(first), text)
                && LEADS.contains(words.get(first - 1).text())) {
            first--;
        }
        return first;
    }

    private boolean isOneTerm(int before, int at, NumberName name) {
        if (words.get(before).isSentenceBefore(words.get(at), text)) {
            return false;
        }
        return name == NumberName.REFERENCE
                ? NumberName.of(words.get(before).text())
                        .filter(NumberName::isTransactional)
                        .isPresent()
                : words.get(at).text().startsWith("end")
                        && NumberName.of(words.get(before).text())
                                .filter(NumberName.CARD::equals)
                                .isPresent();
    }
}
