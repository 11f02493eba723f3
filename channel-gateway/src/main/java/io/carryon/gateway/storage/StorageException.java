package io.carryon.gateway.storage;

import java.sql.SQLException;
import java.util.Set;

/** The database refused a statement or was not reachable; the cause says which. */
public final class StorageException extends RuntimeException {

    private static final long serialVersionUID = 1L;

    /** Connection lost, out of resources, shutting down or starting, rolled back, read-only after a failover. */
    private static final Set<String> PASSING = Set.of("08", "53", "57", "58", "40", "25");

    private static final String ROLLBACK = "40";

    StorageException(SQLException cause) {
        super(cause.getMessage(), cause);
    }

    /** Whether the same statement will succeed once the database is back, as opposed to a mistake of ours. */
    public boolean isPassing() {
        return isPassing(this);
    }

    /** Whether the next statement would fail as well; after a rollback, of a deadlock say, it would not. */
    boolean isOutage() {
        var state = getCause() instanceof SQLException e ? e.getSQLState() : null;
        return isPassing(state) && (state == null || !state.startsWith(ROLLBACK));
    }

    /** The same of any failure: a commit that fails arrives wrapped by the transaction manager. */
    public static boolean isPassing(Throwable failure) {
        for (var cause = failure; cause != null; cause = cause.getCause()) {
            if (cause instanceof SQLException e && isPassing(e.getSQLState())) {
                return true;
            }
        }
        return false;
    }

    private static boolean isPassing(String state) {
        // No state at all is the connection pool giving up.
        return state == null || state.length() < 2 || PASSING.contains(state.substring(0, 2));
    }
}
