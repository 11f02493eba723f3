package io.carryon.ticketing.ticket;

import java.util.EnumSet;
import java.util.Map;
import java.util.Set;

/** Where a ticket stands, which moves staff may make, and what a customer's message does to it. */
public enum TicketStatus {
    NEW,
    OPEN,
    WAITING_FOR_CUSTOMER,
    ON_HOLD,
    RESOLVED,
    CLOSED;

    private static final Map<TicketStatus, Set<TicketStatus>> MOVES = Map.of(
            NEW, EnumSet.of(OPEN, WAITING_FOR_CUSTOMER, ON_HOLD, RESOLVED),
            OPEN, EnumSet.of(WAITING_FOR_CUSTOMER, ON_HOLD, RESOLVED),
            WAITING_FOR_CUSTOMER, EnumSet.of(OPEN, ON_HOLD, RESOLVED),
            ON_HOLD, EnumSet.of(OPEN, WAITING_FOR_CUSTOMER, RESOLVED),
            RESOLVED, EnumSet.of(OPEN, CLOSED),
            CLOSED, EnumSet.noneOf(TicketStatus.class));

    private static final Map<TicketStatus, TicketStatus> ON_CUSTOMER_MESSAGE =
            Map.of(WAITING_FOR_CUSTOMER, OPEN, RESOLVED, OPEN);

    /** The states staff may move a ticket to from here. */
    public Set<TicketStatus> moves() {
        return Set.copyOf(MOVES.get(this));
    }

    public boolean mayMoveTo(TicketStatus next) {
        return MOVES.get(this).contains(next);
    }

    /** The state after the customer has written or called again. */
    public TicketStatus onCustomerMessage() {
        return ON_CUSTOMER_MESSAGE.getOrDefault(this, this);
    }
}
