package io.carryon.ticketing.outbox;

/** A row of the log that this version cannot read; another may. */
class UnreadableRowException extends RuntimeException {

    private static final long serialVersionUID = 1L;

    UnreadableRowException(String message) {
        super(message);
    }
}
