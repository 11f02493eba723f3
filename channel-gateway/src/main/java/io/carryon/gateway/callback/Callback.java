package io.carryon.gateway.callback;

import java.time.Instant;
import java.util.UUID;

/**
 * A call back to somebody.
 *
 * @param contactId the contact that asked for it last
 * @param ticketId what it is about, where that is known, or null
 * @param number digits, with a plus perhaps
 * @param notBefore the slot's begin, or null for an offer; notAfter likewise
 */
public record Callback(
        UUID callbackId,
        UUID contactId,
        UUID ticketId,
        String number,
        State state,
        Instant notBefore,
        Instant notAfter) {

    /** What it is. */
    public enum State {
        /** Nobody asked for it: a call was given up, and staff may call. */
        OFFERED,
        REQUESTED,
        CANCELLED,
        /** Its slot is over. */
        PAST
    }
}
