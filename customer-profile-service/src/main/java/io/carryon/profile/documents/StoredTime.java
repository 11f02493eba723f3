package io.carryon.profile.documents;

import java.time.Instant;
import java.time.LocalDate;
import java.time.LocalTime;
import java.time.ZoneOffset;

/**
 * Reads times in the form in which {@link Instant#toString} writes them. A customer's document holds dozens, and the
 * general way would be the most expensive part of reading one.
 */
final class StoredTime {

    private static final String FORM = "dddd-dd-ddTdd:dd:dd";
    private static final int NANO_DIGITS = 9;

    private StoredTime() {}

    /** @throws java.time.DateTimeException when it is no time in whatever ISO form */
    static Instant read(String text) {
        var end = text.length() - 1;
        return hasForm(text, end)
                ? LocalDate.of(number(text, 0, 4), number(text, 5, 7), number(text, 8, 10))
                        .atTime(LocalTime.of(
                                number(text, 11, 13), number(text, 14, 16), number(text, 17, 19), nanos(text, end)))
                        .toInstant(ZoneOffset.UTC)
                : Instant.parse(text);
    }

    private static boolean hasForm(String text, int end) {
        if (end < FORM.length() || end > FORM.length() + 1 + NANO_DIGITS || text.charAt(end) != 'Z') {
            return false;
        }
        for (int i = 0; i < FORM.length(); i++) {
            var isAsFormed = FORM.charAt(i) == 'd' ? isDigit(text.charAt(i)) : text.charAt(i) == FORM.charAt(i);
            if (!isAsFormed) {
                return false;
            }
        }
        for (int i = FORM.length() + 1; i < end; i++) {
            if (!isDigit(text.charAt(i))) {
                return false;
            }
        }
        return end == FORM.length() || text.charAt(FORM.length()) == '.';
    }

    private static boolean isDigit(char c) {
        return c >= '0' && c <= '9';
    }

    private static int number(String text, int from, int to) {
        var number = 0;
        for (int i = from; i < to; i++) {
            number = 10 * number + text.charAt(i) - '0';
        }
        return number;
    }

    private static int nanos(String text, int end) {
        var from = Math.min(FORM.length() + 1, end);
        var nanos = number(text, from, end);
        for (int digits = end - from; digits < NANO_DIGITS; digits++) {
            nanos *= 10;
        }
        return nanos;
    }
}
