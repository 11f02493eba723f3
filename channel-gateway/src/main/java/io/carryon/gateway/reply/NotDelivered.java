package io.carryon.gateway.reply;

import java.time.Duration;

/** The reply certainly did not leave, for a cause that passes: it may be tried again. */
public final class NotDelivered extends RuntimeException {

    private static final long serialVersionUID = 1L;

    private final Duration notBefore;

    public NotDelivered(String message, Throwable cause) {
        this(message, cause, Duration.ZERO);
    }

    /** @param notBefore how long the other side asks us to wait at least */
    public NotDelivered(String message, Throwable cause, Duration notBefore) {
        super(message, cause);
        this.notBefore = notBefore;
    }

    /** How long the other side asks us to wait at least; zero when it does not. */
    public Duration notBefore() {
        return notBefore;
    }
}
