package io.carryon.profile.recognition.reading;

import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.regex.Pattern;

/**
 * Finds numbers in free text of any format: {@code 2024-48129}, {@code #4711}, {@code INV 202448129},
 * {@code xxxx-1583}, {@code two zero two four four eight um one double two}.
 */
final class NumberReader {

    /** A number, and the words from its name to its last digit. */
    record Found(NamedNumber number, int firstWord, int lastWord) {}

    private static final int FEWEST_DIGITS = 4;
    private static final int MOST_LETTERS = 4;
    private static final int MOST_NUMBERS = 50;
    private static final int WORDS_BEFORE = 8;
    private static final int WORDS_AFTER = 4;
    private static final Pattern DATE =
            Pattern.compile("\\d{1,2}[./-]\\d{1,2}[./-]\\d{2,4}|\\d{4}[./-]\\d{1,2}[./-]\\d{1,2}|(?:19|20)\\d\\d");
    private static final Pattern MASK = Pattern.compile("[*x•#]{2,}[- ]?(\\d{2,})");
    private static final Set<String> LEADS = Set.of(
            "it",
            "is",
            "its",
            "it's",
            "about",
            "regarding",
            "concerning",
            "re",
            "the",
            "my",
            "our",
            "your",
            "this",
            "for",
            "with",
            "of",
            "a",
            "an",
            "no",
            "nr",
            "number",
            "numero",
            "nummer",
            "numer",
            "numar",
            "numarul",
            "numeris",
            "last",
            "four",
            "in",
            "and",
            "id",
            "code",
            "de",
            "la",
            "le",
            "el",
            "ma",
            "mein",
            "meine",
            "mi",
            "n",
            "num",
            "hash");

    private final List<Word> words;
    private final String text;

    NumberReader(List<Word> words, String text) {
        this.words = words;
        this.text = text;
    }

    List<Found> all() {
        var found = new ArrayList<Found>();
        var from = 0;
        for (int i = 0; i < words.size() && found.size() < MOST_NUMBERS; i++) {
            var span = spanFrom(i);
            if (span.isPresent()) {
                var earliest = from;
                named(span.get(), earliest).ifPresent(found::add);
                i = span.get().last();
                from = i + 1;
            }
        }
        return found;
    }

    private record Span(String value, boolean spoken, boolean masked, int first, int last) {}

    private Optional<Span> spanFrom(int at) {
        var mask = MASK.matcher(words.get(at).text());
        if (mask.matches()) {
            return Optional.of(new Span(bounded(mask.group(1)), false, true, at, at));
        }
        return spoken(at).or(() -> written(at));
    }

    private Optional<Span> written(int at) {
        var word = words.get(at);
        if (word.digits() == 0
                || isPartOfAddress(word)
                || (DATE.matcher(word.text()).matches() && !hasNameBefore(at))) {
            return Optional.empty();
        }
        var value = new StringBuilder(bare(word.text()));
        var last = at;
        // Groups of digits that stand side by side, as people write long numbers; an acronym may lead them.
        while (last + 1 < words.size()
                && words.get(last + 1).digits() >= 3
                && bare(words.get(last + 1).text()).chars().allMatch(Character::isDigit)
                && value.chars().filter(Character::isDigit).count() >= 2
                && gap(last).isBlank()) {
            value.append(bare(words.get(++last).text()));
        }
        var digits = value.chars().filter(Character::isDigit).count();
        var mixed = digits < value.length();
        var enough = digits >= FEWEST_DIGITS
                || (mixed && digits >= 2 && value.length() >= 5)
                || (digits >= 3 && hasNameBefore(at));
        return enough ? Optional.of(new Span(bounded(value.toString()), false, false, at, last)) : Optional.empty();
    }

    private Optional<Span> spoken(int at) {
        var value = new StringBuilder();
        var digits = 0;
        var saidInWords = 0;
        var last = at - 1;
        var i = at;
        while (i < words.size()) {
            var word = words.get(i).text();
            var times = Speech.repeats(word);
            if (times > 0) {
                var next = skipFillers(i + 1);
                var repeated = next < words.size() ? digitOf(words.get(next).text(), true) : null;
                if (repeated == null) {
                    break;
                }
                value.append(repeated.repeat(times));
                digits += times;
                saidInWords++;
                last = next;
                i = next + 1;
                continue;
            }
            var digit = digitOf(word, digits > 0);
            if (digit != null) {
                value.append(digit);
                digits += digit.length();
                saidInWords += Character.isDigit(word.charAt(0)) ? 0 : 1;
                last = i++;
                continue;
            }
            var letter = letterOf(i, value.length());
            if (letter != null && digits == 0 && value.length() < MOST_LETTERS) {
                value.append(letter);
                last = i++;
                continue;
            }
            var filler = last >= at ? Speech.filler(words, i) : 0;
            if (filler == 0) {
                break;
            }
            i += filler;
        }
        return digits >= FEWEST_DIGITS && (saidInWords > 0 || (last > at && isOneByOne(at, last)))
                ? Optional.of(new Span(bounded(value.toString()), true, false, at, last))
                : Optional.empty();
    }

    /** Digits as a recognizer writes single ones: {@code 4 7 1 1}. */
    private boolean isOneByOne(int first, int last) {
        return words.subList(first, last + 1).stream()
                .anyMatch(word -> word.text().length() == 1);
    }

    private static String digitOf(String word, boolean among) {
        return word.length() <= 2 && word.chars().allMatch(Character::isDigit) ? word : Speech.digit(word, among);
    }

    /** A letter that is dictated: alone or by the radio alphabet, with more of the number to come. */
    private String letterOf(int at, int before) {
        var word = words.get(at).text();
        var letter = words.get(at).isLetter() ? word : Speech.letter(word);
        if (letter == null) {
            return null;
        }
        var next = skipFillers(at + 1);
        if (next >= words.size()) {
            return null;
        }
        var follows = words.get(next).text();
        var goesOn = digitOf(follows, true) != null
                || words.get(next).isLetter()
                || Speech.letter(follows) != null
                || Speech.repeats(follows) > 0;
        return goesOn && (before > 0 || (!"i".equals(word) && !"a".equals(word)) || digitOf(follows, false) != null)
                ? letter
                : null;
    }

    private int skipFillers(int at) {
        var i = at;
        while (i < words.size()) {
            var filler = Speech.filler(words, i);
            if (filler == 0) {
                return i;
            }
            i += filler;
        }
        return i;
    }

    private Optional<Found> named(Span span, int earliest) {
        NumberName name = null;
        var first = span.first();
        for (int i = span.first() - 1; i >= Math.max(earliest, span.first() - WORDS_BEFORE); i--) {
            if (words.get(i).isSentenceBefore(words.get(i + 1), text)) {
                break;
            }
            var called = NumberName.of(words.get(i).text());
            if (called.isPresent()) {
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
        return Optional.of(new Found(new NamedNumber(name, span.value(), span.spoken()), first, span.last()));
    }

    /** "4711 is my order number". */
    private NumberName nameAfter(Span span) {
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

    private boolean hasNameBefore(int at) {
        for (int i = at - 1; i >= Math.max(0, at - 4); i--) {
            if (words.get(i).isSentenceBefore(words.get(i + 1), text)) {
                return false;
            }
            if (NumberName.of(words.get(i).text()).isPresent()) {
                return true;
            }
            if (!LEADS.contains(words.get(i).text())) {
                return false;
            }
        }
        return false;
    }

    /** Digits of an e-mail address, a link or an amount of money name nothing. */
    private boolean isPartOfAddress(Word word) {
        var before = word.start() == 0 ? ' ' : text.charAt(word.start() - 1);
        var after = word.end() >= text.length() ? ' ' : text.charAt(word.end());
        return before == '@'
                || after == '@'
                || before == '/'
                || before == '='
                || "€$£+".indexOf(before) >= 0
                || "€$£%".indexOf(after) >= 0;
    }

    private String gap(int at) {
        return text.substring(words.get(at).end(), words.get(at + 1).start());
    }

    private static String bare(String text) {
        return text.replaceAll("[^a-z0-9]", "");
    }

    private static String bounded(String value) {
        return value.length() > NamedNumber.LONGEST ? value.substring(0, NamedNumber.LONGEST) : value;
    }
}
