package io.carryon.ticketing.workflow;

import io.carryon.ticketing.ticket.Ticket;

/** What a ticket must have before it is resolved or closed. */
@FunctionalInterface
public interface EndCondition {

    /** A problem of status 409 that says what is missing, in the caller's transaction. */
    void check(Ticket ticket);
}
