package io.carryon.profile.events;

/** A message that no further try will make readable. */
public final class PoisonException extends RuntimeException {

    private static final long serialVersionUID = 1L;

    public PoisonException(String message, Throwable cause) {
        super(message, cause);
    }
}
