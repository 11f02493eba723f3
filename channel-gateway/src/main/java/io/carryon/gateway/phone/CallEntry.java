package io.carryon.gateway.phone;

import io.carryon.gateway.contact.Contact;
import java.time.Instant;
import java.util.UUID;

/**
 * A later entry of a call's contact.
 *
 * @param sequence counts from 1
 * @param recording where it can be heard, or null
 */
public record CallEntry(
        UUID contactId,
        UUID entryId,
        int sequence,
        Kind kind,
        Instant at,
        String text,
        String language,
        Contact.Recording recording) {

    /** What it tells. */
    public enum Kind {
        VOICEMAIL,
        RECORDING,
        TRANSCRIPT,
        ABANDONED
    }
}
