package io.carryon.gateway.contact;

import java.time.Duration;

/** The broker did not acknowledge the contact in time: the channel must not acknowledge it either, and may send it again. */
public final class ContactNotAccepted extends RuntimeException {

    /** How long a caller waits before it sends the contact again. */
    public static final Duration RETRY_AFTER = Duration.ofSeconds(5);

    private static final long serialVersionUID = 1L;

    public ContactNotAccepted(String message, Throwable cause) {
        super(message, cause);
    }
}
