package io.carryon.local.process;

/** A program did not come up; the message is meant for the person at the console. */
public final class StartFailed extends Exception {

    private static final long serialVersionUID = 1L;

    public StartFailed(String message) {
        super(message);
    }

    public StartFailed(String message, Throwable cause) {
        super(message, cause);
    }
}
