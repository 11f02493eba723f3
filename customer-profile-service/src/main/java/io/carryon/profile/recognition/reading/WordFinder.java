package io.carryon.profile.recognition.reading;

import java.util.ArrayList;
import java.util.List;

/**
 * Finds the words of a text in one pass: letters and digits with single marks between them ({@code don't}, {@code
 * 2024-48129}), and digits behind a mask ({@code xxxx-1583}).
 */
final class WordFinder {

    private static final String MASKS = "*x•#X";
    private static final String BETWEEN = "-/.'’_";
    private static final int SHORTEST = 2;

    private final String text;

    WordFinder(String text) {
        this.text = text;
    }

    List<Word> all() {
        var words = new ArrayList<Word>();
        for (int at = 0; at < text.length(); ) {
            var end = masked(at);
            if (end == at) {
                end = written(at);
            }
            if (end > at) {
                var word = text.substring(at, end);
                words.add(new Word(Word.plain(word), word, at, end));
                at = end;
            } else {
                at += Character.charCount(text.codePointAt(at));
            }
        }
        return words;
    }

    /** The end of at least two masking marks and two digits, or where it was looked for. */
    private int masked(int start) {
        var at = start;
        while (at < text.length() && MASKS.indexOf(text.charAt(at)) >= 0) {
            at++;
        }
        if (at - start < SHORTEST) {
            return start;
        }
        var digits = at < text.length() && (text.charAt(at) == '-' || text.charAt(at) == ' ') ? at + 1 : at;
        var end = digits;
        while (end < text.length() && text.charAt(end) >= '0' && text.charAt(end) <= '9') {
            end++;
        }
        return end - digits < SHORTEST ? start : end;
    }

    /** The end of letters, marks and digits, or where they were looked for. */
    private int written(int start) {
        var end = letters(start);
        while (end > start && end < text.length() && BETWEEN.indexOf(text.charAt(end)) >= 0) {
            var further = letters(end + 1);
            if (further == end + 1) {
                break;
            }
            end = further;
        }
        return end;
    }

    private int letters(int start) {
        var at = start;
        while (at < text.length()) {
            var c = text.charAt(at);
            if (c < 0x80 ? !isAsciiLetter(c) : !isLetter(text.codePointAt(at))) {
                return at;
            }
            at += c < 0x80 ? 1 : Character.charCount(text.codePointAt(at));
        }
        return at;
    }

    private static boolean isAsciiLetter(char c) {
        return (c >= 'a' && c <= 'z') || (c >= 'A' && c <= 'Z') || (c >= '0' && c <= '9');
    }

    /** Letters, marks, and numbers of any script. */
    private static boolean isLetter(int codePoint) {
        return switch (Character.getType(codePoint)) {
            case Character.UPPERCASE_LETTER,
                    Character.LOWERCASE_LETTER,
                    Character.TITLECASE_LETTER,
                    Character.MODIFIER_LETTER,
                    Character.OTHER_LETTER,
                    Character.NON_SPACING_MARK,
                    Character.ENCLOSING_MARK,
                    Character.COMBINING_SPACING_MARK,
                    Character.DECIMAL_DIGIT_NUMBER,
                    Character.LETTER_NUMBER,
                    Character.OTHER_NUMBER -> true;
            default -> false;
        };
    }
}
