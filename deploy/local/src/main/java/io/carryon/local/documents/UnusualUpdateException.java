package io.carryon.local.documents;

/** An update that the server's own, slower way has to judge. */
final class UnusualUpdateException extends RuntimeException {

    private static final long serialVersionUID = 1L;

    UnusualUpdateException() {
        // It tells what to do next, not where something went wrong.
        super(null, null, false, false);
    }
}
