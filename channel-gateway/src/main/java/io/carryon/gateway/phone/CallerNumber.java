package io.carryon.gateway.phone;

import io.carryon.gateway.contact.Handle;
import java.util.Optional;
import java.util.UUID;
import java.util.regex.Pattern;

/** A number as telephony delivers it: with a plus lost to form decoding, as a SIP address, or withheld. */
public final class CallerNumber {

    private static final Pattern ADDRESS = Pattern.compile("(?:sips?|tel):([^@;>]*).*");
    private static final Pattern DIALABLE = Pattern.compile("\\+?[0-9]{3,20}");

    private CallerNumber() {}

    /** Plus and digits only, or empty when the number is withheld, missing or not a number. */
    public static Optional<String> dialable(String raw) {
        if (raw == null) {
            return Optional.empty();
        }
        // An unescaped plus in a form body arrives as one leading space.
        var restored = raw.startsWith(" ") && raw.length() > 1 && Character.isDigit(raw.charAt(1))
                ? "+" + raw.substring(1)
                : raw.strip();
        var address = ADDRESS.matcher(restored);
        var number = (address.matches() ? address.group(1) : restored).replaceAll("[\\s()./-]", "");
        return DIALABLE.matcher(number).matches() ? Optional.of(number) : Optional.empty();
    }

    /**
     * The caller's handle; one that withholds the number is somebody of their own in every call. The number is verified
     * only when the network itself vouches for it.
     */
    public static Handle handle(String raw, NumberPlan.Writing writing, UUID contactId, boolean stirPassed) {
        return dialable(raw)
                .map(writing::complete)
                .map(number -> (stirPassed
                                ? Handle.verified(Handle.Kind.TEL, number, raw, "stir")
                                : Handle.claimed(Handle.Kind.TEL, number, raw))
                        .inRegion(writing.region()))
                .orElseGet(() -> Handle.claimed(Handle.Kind.TEL, "anonymous:" + contactId, raw));
    }
}
