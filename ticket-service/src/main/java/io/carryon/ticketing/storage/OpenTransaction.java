package io.carryon.ticketing.storage;

import java.sql.Connection;
import java.sql.SQLException;
import javax.sql.DataSource;

/** Connections for statements that are right only together with what else their caller does. */
public final class OpenTransaction {

    private OpenTransaction() {}

    /**
     * A connection of the caller's transaction; closing it leaves the transaction open.
     *
     * @throws IllegalStateException if there is no transaction: each statement would be committed by itself, and the
     *     locks it takes would end with it
     */
    public static Connection of(DataSource database) throws SQLException {
        var connection = database.getConnection();
        if (connection.getAutoCommit()) {
            connection.close();
            throw new IllegalStateException("There is no transaction");
        }
        return connection;
    }
}
