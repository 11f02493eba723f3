package io.carryon.profile.events;

/** The broker did not confirm in time that it has what was published. */
public final class BrokerAwayException extends RuntimeException {

    private static final long serialVersionUID = 1L;

    public BrokerAwayException(Throwable cause) {
        super("the broker has not confirmed the event", cause);
    }
}
