package io.carryon.ticketing.inbox;

/** An event that no number of tries will make readable. */
public class UnreadableEventException extends RuntimeException {

    private static final long serialVersionUID = 1L;

    public UnreadableEventException(String message) {
        super(message);
    }
}
