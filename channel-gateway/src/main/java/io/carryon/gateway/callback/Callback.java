package io.carryon.gateway.callback;

import io.carryon.gateway.storage.Sql;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.Instant;
import java.util.UUID;

/**
 * A call back to somebody.
 *
 * @param contactId the contact that asked for it last
 * @param ticketId what it is about, where that is known, or null
 * @param number digits, with a plus perhaps
 * @param changedAt when the customer asked for it last, or for its end
 * @param notBefore the slot's begin, or null for an offer; notAfter likewise
 */
public record Callback(
        UUID callbackId,
        UUID contactId,
        UUID ticketId,
        String number,
        State state,
        Instant notBefore,
        Instant notAfter,
        Instant changedAt) {

    /** What it is. */
    public enum State {
        /** Nobody asked for it: a call was given up, and staff may call. */
        OFFERED,
        REQUESTED,
        CANCELLED,
        /** Staff called, and spoke with the customer. */
        DONE,
        /** Staff called, reached nobody and will not try again. */
        FAILED,
        /** No longer needed: the customer reached somebody, or another callback of the ticket took its place. */
        WITHDRAWN,
        /** Its slot is over. */
        PAST
    }

    /** What a row of the table says. */
    static Callback of(ResultSet row) throws SQLException {
        return new Callback(
                row.getObject("callback_id", UUID.class),
                row.getObject("contact_id", UUID.class),
                row.getObject("ticket_id", UUID.class),
                row.getString("number"),
                State.valueOf(row.getString("state")),
                Sql.instant(row, "not_before"),
                Sql.instant(row, "not_after"),
                Sql.instant(row, "changed_at"));
    }
}
