package io.carryon.gateway.storage;

import java.sql.SQLException;
import java.util.Set;

/** The database refused a statement or was not reachable; the cause says which. */
public final class StorageException extends RuntimeException {

    private static final long serialVersionUID = 1L;

    /** Connection lost, out of resources, shutting down or starting, rolled back, read-only after a failover. */
    private static final Set<String> PASSING = Set.of("08", "53", "57", "58", "40", "25");

    StorageException(SQLException cause) {
        super(cause.getMessage(), cause);
    }

    /** Whether the same statement will succeed once the database is back, as opposed to a mistake of ours. */
    public boolean isPassing() {
        return isPassing(this);
    }

    /** Whether the database is away or full, so that another statement would only wait as long for nothing. */
    boolean isOutage() {
        return isPassing() && !(getCause() instanceof SQLException e && isRollback(e.getSQLState()));
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

    private static boolean isRollback(String state) {
        return state != null && state.startsWith("40");
    }

    private static boolean isPassing(String state) {
        // No state at all is the connection pool giving up.
        return state == null || state.length() < 2 || PASSING.contains(state.substring(0, 2));
    }
}
