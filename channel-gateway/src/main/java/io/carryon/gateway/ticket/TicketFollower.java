package io.carryon.gateway.ticket;

import java.util.List;

/** A channel that shows its customers what became of their contact. */
@FunctionalInterface
public interface TicketFollower {

    /** Takes the tickets' states, in their order; called again for the same after a redelivery, and must not mind. */
    void follow(List<TicketChanged> tickets);
}
