package io.carryon.gateway.portal;

import java.util.regex.Pattern;

/** Tells whether something may be written to at all; whether somebody reads it the mail shows. */
final class EmailAddress {

    private static final int LIMIT = 254;
    private static final Pattern FORM = Pattern.compile(
            "[^\\s@<>,;:\"()\\[\\]\\\\\\p{Cntrl}]{1,64}@[^\\s@<>,;:\"()\\[\\]\\\\\\p{Cntrl}]+\\.[\\p{L}0-9-]{2,}");

    private EmailAddress() {}

    static boolean isOne(String written) {
        return written != null
                && written.length() <= LIMIT
                && FORM.matcher(written).matches();
    }
}
