package io.carryon.gateway.reply;

/** The reply certainly did not leave, for a cause that passes: it may be tried again. */
public final class NotDelivered extends RuntimeException {

    private static final long serialVersionUID = 1L;

    public NotDelivered(String message, Throwable cause) {
        super(message, cause);
    }
}
