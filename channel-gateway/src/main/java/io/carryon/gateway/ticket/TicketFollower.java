package io.carryon.gateway.ticket;

/** A channel that shows its customers what became of their contact. */
@FunctionalInterface
public interface TicketFollower {

    /** Takes the ticket's state; called again for the same revision after a redelivery, and must not mind. */
    void follow(TicketChanged ticket);
}
