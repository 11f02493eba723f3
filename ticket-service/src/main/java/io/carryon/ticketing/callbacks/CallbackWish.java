package io.carryon.ticketing.callbacks;

import java.time.Instant;
import java.util.UUID;

/**
 * What the phone says of a callback.
 *
 * @param revision of the call it was said in; an older one changes nothing
 * @param state {@code requested}, {@code moved}, {@code cancelled} or {@code offered}
 * @param number whom to call, or null for the number that is known
 * @param notBefore from when on the customer wants to be called; null for at once
 * @param notAfter until when; null for whenever
 */
public record CallbackWish(
        UUID contactId,
        int revision,
        UUID callbackId,
        String state,
        String number,
        Instant notBefore,
        Instant notAfter,
        Instant at) {}
