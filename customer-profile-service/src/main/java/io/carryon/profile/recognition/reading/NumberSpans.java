package io.carryon.profile.recognition.reading;

import java.util.List;
import java.util.Optional;
import java.util.regex.Pattern;

/** Finds where numbers stand in a text: written in one piece, in groups, masked, or dictated digit by digit. */
final class NumberSpans {

    private static final int FEWEST_DIGITS = 4;
    private static final int MOST_LETTERS = 4;
    private static final Pattern DATE =
            Pattern.compile("\\d{1,2}[./-]\\d{1,2}[./-]\\d{2,4}|\\d{4}[./-]\\d{1,2}[./-]\\d{1,2}|(?:19|20)\\d\\d");
    private static final String MASKS = "*x•#";
    private static final Pattern MASK = Pattern.compile("[*x•#]{2,}[- ]?(\\d{2,})");

    private final List<Word> words;
    private final String text;
    private final NumberNames names;
    private final Quantities quantities;

    NumberSpans(List<Word> words, String text, NumberNames names) {
        this.words = words;
        this.text = text;
        this.names = names;
        this.quantities = new Quantities(words, text);
    }

    /** The number that begins with the word, if one does. */
    Optional<NumberSpan> from(int at) {
        var word = words.get(at).text();
        if (!word.isEmpty() && MASKS.indexOf(word.charAt(0)) >= 0) {
            var mask = MASK.matcher(word);
            if (mask.matches()) {
                return Optional.of(new NumberSpan(bounded(mask.group(1)), false, true, at, at));
            }
        }
        return spoken(at).or(() -> written(at)).filter(span -> !quantities.has(span.first(), span.last()));
    }

    private Optional<NumberSpan> written(int at) {
        var word = words.get(at);
        if (word.digits() == 0
                || isPartOfAddress(word)
                || (DATE.matcher(word.text()).matches() && !names.standsBefore(at))) {
            return Optional.empty();
        }
        var value = new StringBuilder(bare(word.text()));
        var last = at;
        // Groups of digits that stand side by side, as people write long numbers; an acronym may lead them.
        while (last + 1 < words.size()
                && words.get(last + 1).digits() >= 3
                && Word.isDigits(bare(words.get(last + 1).text()))
                && Word.digits(value) >= 2
                && gap(last).isBlank()) {
            value.append(bare(words.get(++last).text()));
        }
        var digits = Word.digits(value);
        var mixed = digits < value.length();
        var enough = digits >= FEWEST_DIGITS
                || (mixed && digits >= 2 && value.length() >= 5)
                || (digits >= 3 && names.standsBefore(at));
        return enough
                ? Optional.of(new NumberSpan(bounded(value.toString()), false, false, at, last))
                : Optional.empty();
    }

    private Optional<NumberSpan> spoken(int at) {
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
                ? Optional.of(new NumberSpan(bounded(value.toString()), true, false, at, last))
                : Optional.empty();
    }

    /** Digits as a recognizer writes single ones: {@code 4 7 1 1}. */
    private boolean isOneByOne(int first, int last) {
        return words.subList(first, last + 1).stream()
                .anyMatch(word -> word.text().length() == 1);
    }

    private static String digitOf(String word, boolean among) {
        return word.length() <= 2 && Word.isDigits(word) ? word : Speech.digit(word, among);
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

    /** Digits of an e-mail address, a link or an international phone number name nothing. */
    private boolean isPartOfAddress(Word word) {
        var before = word.start() == 0 ? ' ' : text.charAt(word.start() - 1);
        var after = word.end() >= text.length() ? ' ' : text.charAt(word.end());
        return before == '@' || after == '@' || before == '/' || before == '=' || before == '+';
    }

    private String gap(int at) {
        return text.substring(words.get(at).end(), words.get(at + 1).start());
    }

    private static String bare(String text) {
        var bare = new StringBuilder(text.length());
        for (int i = 0; i < text.length(); i++) {
            var c = text.charAt(i);
            if ((c >= 'a' && c <= 'z') || (c >= '0' && c <= '9')) {
                bare.append(c);
            }
        }
        return bare.toString();
    }

    private static String bounded(String value) {
        return value.length() > NamedNumber.LONGEST ? value.substring(0, NamedNumber.LONGEST) : value;
    }
}
