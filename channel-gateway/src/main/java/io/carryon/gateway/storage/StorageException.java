package io.carryon.gateway.storage;

import java.sql.SQLException;

/** The database refused a statement or was not reachable; the cause says which. */
public final class StorageException extends RuntimeException {

    private static final long serialVersionUID = 1L;

    StorageException(SQLException cause) {
        super(cause.getMessage(), cause);
    }
}
