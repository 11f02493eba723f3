package io.carryon.gateway.messenger.media;

/** The provider does not give a file just now; the message waits for it. */
public final class MediaAway extends RuntimeException {

    private static final long serialVersionUID = 1L;

    MediaAway(String message, Throwable cause) {
        super(message, cause);
    }
}
