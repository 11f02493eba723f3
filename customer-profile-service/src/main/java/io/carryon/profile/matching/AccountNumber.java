package io.carryon.profile.matching;

import java.util.regex.Pattern;

/**
 * An account number taken apart: blanks, leading zeros and whether the letters before it are written are a matter of the
 * form that was filled in.
 *
 * @param prefix letters before the digits, or empty
 * @param number the digits without leading zeros, or all of it where it is no number
 */
record AccountNumber(String prefix, String number) {

    private static final Pattern AROUND = Pattern.compile("[^\\p{L}\\p{N}]+");
    private static final Pattern NUMBER = Pattern.compile("(\\p{L}*)0*(\\d{4,})");

    static AccountNumber of(String written) {
        var text = AROUND.matcher(Letters.plain(written)).replaceAll("");
        var number = NUMBER.matcher(text);
        return number.matches() ? new AccountNumber(number.group(1), number.group(2)) : new AccountNumber("", text);
    }

    /** Different letters before it make it another one, missing ones do not. */
    boolean isSame(AccountNumber other) {
        return number.equals(other.number)
                && (prefix.isEmpty() || other.prefix.isEmpty() || prefix.equals(other.prefix));
    }
}
