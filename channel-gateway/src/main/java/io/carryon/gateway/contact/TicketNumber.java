package io.carryon.gateway.contact;

import java.util.regex.Pattern;

/** The number people say on the phone: digits only, the last one a Damm check digit that catches a wrong or swapped digit. */
public final class TicketNumber {

    private static final Pattern SHAPE = Pattern.compile("[1-9][0-9]{4,11}");
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

    private TicketNumber() {}

    /** Whether this is 5 to 12 digits without a leading zero whose check digit is right. */
    public static boolean isValid(String number) {
        return number != null && SHAPE.matcher(number).matches() && damm(number) == 0;
    }

    private static int damm(String digits) {
        var interim = 0;
        for (var i = 0; i < digits.length(); i++) {
            interim = DAMM[interim][digits.charAt(i) - '0'];
        }
        return interim;
    }
}
