package io.carryon.gateway.email;

import io.carryon.gateway.contact.ContactId;
import java.util.HexFormat;

/** A mail as the mailbox holds it; {@code deliveryKey} names this mail at its place there and no other. */
public record ArrivedMail(String deliveryKey, byte[] raw) {

    /**
     * A mail at a place in a mailbox. Servers that are moved or rebuilt give old places to new mails, so the place alone
     * would not do as a key.
     */
    public static ArrivedMail at(String place, byte[] raw) {
        return new ArrivedMail(
                keyOf(place, HexFormat.of().formatHex(ContactId.sha256().digest(raw))), raw);
    }

    static String keyOf(String place, String sha256) {
        return place + "|" + sha256;
    }

    /** What the mailbox is to do with it. */
    public enum Disposition {
        /** It was taken: move it out of the way. */
        PROCESSED,
        /** It could not be read and is in quarantine. */
        FAILED,
        /** It was not taken: leave it and bring it again. */
        LEFT
    }
}
