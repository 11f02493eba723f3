package io.carryon.gateway.callback;

import java.time.Instant;
import java.util.UUID;

/**
 * What a customer asks for: to be called at this number within these times, either of which may be null.
 *
 * @param ticketId what it is about, where that is known, or null
 */
public record CallbackWish(UUID contactId, UUID ticketId, String number, Instant notBefore, Instant notAfter) {}
