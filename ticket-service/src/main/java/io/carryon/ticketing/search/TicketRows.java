package io.carryon.ticketing.search;

import java.sql.Connection;
import java.sql.PreparedStatement;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.util.Optional;

/** The tickets of a query one after the other, as they were at its beginning; some hundreds are in memory at a time. */
final class TicketRows implements AutoCloseable {

    private static final int FETCHED = 500;

    private final Connection connection;
    private final PreparedStatement select;
    private final ResultSet rows;

    /** Takes the connection over. */
    TicketRows(Connection connection, TicketQuery query) throws SQLException {
        this.connection = connection;
        try {
            // Only within a transaction are rows fetched little by little.
            connection.setAutoCommit(false);
            connection.setReadOnly(true);
            this.select = query.all(connection);
            select.setFetchSize(FETCHED);
            this.rows = select.executeQuery();
        } catch (SQLException | RuntimeException e) {
            end(connection);
            throw e;
        }
    }

    Optional<TicketSummary> next() {
        try {
            return rows.next() ? Optional.of(SummaryColumns.read(rows)) : Optional.empty();
        } catch (SQLException e) {
            throw new IllegalStateException("The export broke off", e);
        }
    }

    @Override
    public void close() {
        try (select;
                rows) {
            end(connection);
        } catch (SQLException e) {
            throw new IllegalStateException("The export could not be ended", e);
        }
    }

    private static void end(Connection connection) throws SQLException {
        try (connection) {
            connection.rollback();
            connection.setReadOnly(false);
            connection.setAutoCommit(true);
        }
    }
}
