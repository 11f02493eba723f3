package io.carryon.ticketing.ticket;

/** What a customer waits for. */
public enum ClockKind {
    /** From the first contact until somebody of staff speaks with them. */
    FIRST_RESPONSE,
    /** From a later message nobody has answered yet. */
    NEXT_RESPONSE,
    /** From the first contact until it is solved. */
    RESOLUTION
}
