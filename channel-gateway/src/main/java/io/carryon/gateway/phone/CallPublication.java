package io.carryon.gateway.phone;

import java.time.Instant;

/**
 * What came of a call's contact.
 *
 * @param at when the broker had it; null as long as it has not
 * @param ticket as far as ticket.changed told, or null
 * @param answer what the zero-out was answered in full, as JSON; null until then
 */
public record CallPublication(Instant at, Call.Ticket ticket, String answer) {

    /** Nothing yet. */
    static final CallPublication NONE = new CallPublication(null, null, null);
}
