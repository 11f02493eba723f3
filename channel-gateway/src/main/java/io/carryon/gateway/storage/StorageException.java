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
        var state = getCause() instanceof SQLException e ? e.getSQLState() : null;
        // No state at all is the connection pool giving up.
        return state == null || state.length() < 2 || PASSING.contains(state.substring(0, 2));
    }
}
