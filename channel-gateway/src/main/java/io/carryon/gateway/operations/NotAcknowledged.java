package io.carryon.gateway.operations;

/** The broker did not acknowledge an event in time; whoever keeps it publishes it later. */
public final class NotAcknowledged extends RuntimeException {

    private static final long serialVersionUID = 1L;

    /** The event is named without personal data, as this is logged. */
    public NotAcknowledged(String event, RuntimeException cause) {
        super("The broker did not acknowledge " + event + ": " + cause, cause);
    }
}
