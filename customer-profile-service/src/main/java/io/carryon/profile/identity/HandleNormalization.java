package io.carryon.profile.identity;

import jakarta.enterprise.context.ApplicationScoped;
import java.nio.charset.StandardCharsets;
import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;
import java.util.HexFormat;

/** Brings every spelling of a handle to one form, and loses none: what has no normal form is kept as it came. */
@ApplicationScoped
public class HandleNormalization {

    private static final int LONGEST = 320;
    private static final int KEPT_OF_LONGER = 250;

    private final PhoneNumbers phones;

    public HandleNormalization(PhoneNumbers phones) {
        this.phones = phones;
    }

    /**
     * The one form of a handle.
     *
     * @param region ISO country in whose national format a phone number may be written, or null
     * @param contact who is asking, to keep anonymous callers apart
     */
    public Handle normalize(HandleKind kind, String value, String region, String contact) {
        return switch (kind) {
            case TEL ->
                phones.isWithheld(value)
                        ? Handle.anonymous(kind, contact)
                        : phones.e164(value, region)
                                .map(number -> Handle.normal(kind, number))
                                .orElseGet(() -> Handle.raw(kind, bounded(value.strip())));
            case MAILTO ->
                MailAddresses.normal(value)
                        .map(address -> Handle.normal(kind, address))
                        .orElseGet(() -> value.isBlank()
                                ? Handle.anonymous(kind, contact)
                                : Handle.raw(kind, bounded(value.strip())));
            case ACCOUNT, CHAT ->
                value.isBlank() ? Handle.anonymous(kind, contact) : Handle.normal(kind, bounded(value.strip()));
        };
    }

    /** A longer value keeps its beginning and is told from its like by its hash. */
    private static String bounded(String value) {
        if (value.length() <= LONGEST) {
            return value;
        }
        try {
            var hash = MessageDigest.getInstance("SHA-256").digest(value.getBytes(StandardCharsets.UTF_8));
            return Texts.cut(value, KEPT_OF_LONGER) + "~" + HexFormat.of().formatHex(hash);
        } catch (NoSuchAlgorithmException e) {
            throw new IllegalStateException("every Java platform has SHA-256", e);
        }
    }
}
