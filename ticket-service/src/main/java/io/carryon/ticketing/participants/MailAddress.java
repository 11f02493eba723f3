package io.carryon.ticketing.participants;

import java.util.Locale;
import java.util.Optional;
import java.util.regex.Pattern;

/** Addresses that people read: one that is none, or that only machines read, is nobody's. */
public final class MailAddress {

    /** Longest address there can be (RFC 5321, 4.5.3.1.3), brackets left out. */
    private static final int LONGEST = 254;

    private static final Pattern ADDRESS =
            Pattern.compile("[^\\s<>(),;:\"\\[\\]\\\\@\\p{Cc}]{1,64}@[\\p{L}\\p{N}-]+(?:\\.[\\p{L}\\p{N}-]+)+");

    private static final Pattern AUTOMATIC = Pattern.compile("(?:mailer-daemon|postmaster|abuse|root|bounces?"
            + "|(?:no|not|do-?not)[-_.]?reply|nobody|noreply|undisclosed-recipients)(?:[-+._=][^@]*)?@.*");

    private MailAddress() {}

    /** The address in lower case, if a mail can be sent to it. */
    public static Optional<String> of(String written) {
        return Optional.ofNullable(written)
                .map(address -> address.strip().toLowerCase(Locale.ROOT))
                .filter(address ->
                        address.length() <= LONGEST && ADDRESS.matcher(address).matches());
    }

    /** The same, if a person may read it. */
    public static Optional<String> ofPerson(String written) {
        return of(written).filter(address -> !AUTOMATIC.matcher(address).matches());
    }
}
