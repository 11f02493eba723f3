package io.carryon.ticketing.ticket;

import java.util.Set;

/** The ticket's status does not allow what was asked. */
public class IllegalMoveException extends RuntimeException {

    private static final long serialVersionUID = 1L;

    private final TicketStatus from;

    IllegalMoveException(TicketStatus from, String asked) {
        super("A ticket that is %s cannot %s; from here it can be moved to %s."
                .formatted(from, asked, from.moves().isEmpty() ? "no other status" : sorted(from.moves())));
        this.from = from;
    }

    public TicketStatus from() {
        return from;
    }

    private static String sorted(Set<TicketStatus> moves) {
        return moves.stream().sorted().toList().toString();
    }
}
