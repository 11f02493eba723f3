package io.carryon.ticketing.ticket;

/** The ticket's status does not allow what was asked. */
public class IllegalMoveException extends RuntimeException {

    private static final long serialVersionUID = 1L;

    IllegalMoveException(TicketStatus status, String asked) {
        super("A ticket that is %s cannot %s; the customer's next contact or a move to another status opens it."
                .formatted(status, asked));
    }
}
