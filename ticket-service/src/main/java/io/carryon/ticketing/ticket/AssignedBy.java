package io.carryon.ticketing.ticket;

/** What gave a ticket to its owner or its queue. */
public enum AssignedBy {
    /** The agent asked for the next one. */
    CLAIM,
    /** Whom it was offered to accepted it. */
    HANDOVER,
    /** The customer came back to an issue whose earlier ticket was theirs. */
    REPEAT_CONTACT,
    /** Of those who were there and had room for it they had been idle longest. */
    LONGEST_IDLE,
    /** Its owner is out of office. */
    ABSENCE
}
