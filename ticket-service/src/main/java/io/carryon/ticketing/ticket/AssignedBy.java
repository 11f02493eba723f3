package io.carryon.ticketing.ticket;

/** What gave a ticket to its owner or its queue. */
public enum AssignedBy {
    /** The agent asked for the next one. */
    CLAIM,
    /** Whom it was offered to accepted it. */
    HANDOVER
}
