package io.carryon.ticketing.ticket;

import java.util.Optional;
import java.util.regex.Pattern;

/**
 * A ticket's number as people say and key it: digits only, the last one a Damm check digit, which exposes every single
 * wrong digit and every swap of two neighbours.
 */
public record TicketNumber(String value) {

    private static final Pattern DIGITS = Pattern.compile("[1-9][0-9]{4,11}");

    private static final int[][] DAMM = {
        {0, 3, 1, 7, 5, 9, 8, 6, 4, 2},
        {7, 0, 9, 2, 1, 5, 4, 8, 6, 3},
        {4, 2, 0, 6, 8, 7, 1, 3, 5, 9},
        {1, 7, 5, 0, 9, 8, 3, 4, 2, 6},
        {6, 1, 2, 3, 0, 4, 5, 9, 7, 8},
        {3, 6, 7, 4, 2, 0, 9, 5, 8, 1},
        {5, 8, 6, 9, 7, 2, 0, 1, 3, 4},
        {8, 9, 4, 5, 3, 6, 2, 0, 1, 7},
        {9, 4, 3, 8, 6, 1, 7, 2, 0, 5},
        {2, 5, 8, 1, 4, 3, 6, 7, 9, 0}
    };

    public TicketNumber {
        if (!valid(value)) {
            throw new IllegalArgumentException("Not a ticket number: " + value);
        }
    }

    /** The number with the given serial, its check digit appended; serials start at 1000. */
    public static TicketNumber ofSerial(long serial) {
        var digits = Long.toString(serial);
        return new TicketNumber(digits + damm(digits));
    }

    /** Reads what a person typed, or nothing when it cannot be a ticket number. */
    public static Optional<TicketNumber> parse(String typed) {
        var digits = typed.replaceAll("[\\s#.-]", "");
        return valid(digits) ? Optional.of(new TicketNumber(digits)) : Optional.empty();
    }

    private static boolean valid(String value) {
        return value != null && DIGITS.matcher(value).matches() && damm(value) == 0;
    }

    private static int damm(String digits) {
        var interim = 0;
        for (var i = 0; i < digits.length(); i++) {
            interim = DAMM[interim][digits.charAt(i) - '0'];
        }
        return interim;
    }

    @Override
    public String toString() {
        return value;
    }
}
