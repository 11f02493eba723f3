package io.carryon.gateway.chat;

import java.time.Instant;
import java.util.UUID;

/**
 * Where the ticket of a chat stands, as far as it was heard; any may be null.
 *
 * @param ownerName who of support has it, for the customer to read
 * @param nextStep what comes next, in words for the customer
 * @param nextStepCode what the words say, for who has other words for it
 * @param nextUpdateBy by when the customer hears from us
 */
public record ChatTicket(
        UUID ticketId,
        String number,
        String status,
        String queue,
        String ownerName,
        String nextStep,
        String nextStepCode,
        Instant nextUpdateBy) {

    public static final ChatTicket UNKNOWN = new ChatTicket(null, null, null, null, null, null, null, null);

    /** Whether nothing is to be done about it any more. */
    public boolean isResolved() {
        return "RESOLVED".equals(status) || "CLOSED".equals(status);
    }
}
