package io.carryon.ticketing.ticket;

import java.util.Map;

/**
 * The category of where a ticket stands, which is what clocks, lists and a customer's message go by. Statuses that staff
 * define refine it; the moves staff may make are theirs.
 */
public enum TicketStatus {
    NEW,
    OPEN,
    WAITING_FOR_CUSTOMER,
    ON_HOLD,
    RESOLVED,
    CLOSED;

    private static final Map<TicketStatus, TicketStatus> ON_CUSTOMER_MESSAGE =
            Map.of(WAITING_FOR_CUSTOMER, OPEN, RESOLVED, OPEN, CLOSED, OPEN);

    /** Whether the work seems done. */
    public boolean isDone() {
        return this == RESOLVED || this == CLOSED;
    }

    /** The state after the customer has written or called again. */
    public TicketStatus onCustomerMessage() {
        return ON_CUSTOMER_MESSAGE.getOrDefault(this, this);
    }
}
