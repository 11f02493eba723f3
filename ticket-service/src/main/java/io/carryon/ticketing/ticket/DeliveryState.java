package io.carryon.ticketing.ticket;

/** What is known of a reply on its way; a later message never takes knowledge back. */
public enum DeliveryState {
    REQUESTED(0),
    /** The connection broke before the answer: it may or may not have arrived. */
    UNKNOWN(1),
    SENT(2),
    FAILED(2),
    DELIVERED(3),
    /** Taken by the next hop and sent back later. */
    BOUNCED(4);

    private final int knowledge;

    DeliveryState(int knowledge) {
        this.knowledge = knowledge;
    }

    /** Whether a report of {@code next} tells more than this state. */
    public boolean advancesTo(DeliveryState next) {
        return next.knowledge > knowledge;
    }
}
