package io.carryon.gateway.storage;

import jakarta.enterprise.context.ApplicationScoped;
import java.sql.Connection;
import java.sql.PreparedStatement;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.Instant;
import java.time.OffsetDateTime;
import java.time.ZoneOffset;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.UUID;
import javax.sql.DataSource;

/** Runs one statement at a time, each in a transaction of its own unless the caller has one. */
@ApplicationScoped
public class Sql {

    private final DataSource database;

    public Sql(DataSource database) {
        this.database = database;
    }

    /**
     * A condition that always holds, and by which the commit of its transaction is not waited for: what it writes is
     * durable with the next commit of anybody's that is. Should the database itself stop before, it never was.
     */
    public static final String UNAWAITED = "set_config('synchronous_commit', 'off', true) is not null";

    /** Reads the present row of a result. */
    @FunctionalInterface
    public interface RowReader<T> {
        T read(ResultSet row) throws SQLException;
    }

    /** Returns the number of rows changed. */
    public int update(String statement, Object... values) {
        return prepared(statement, prepared -> {
            bind(prepared, values);
            return prepared.executeUpdate();
        });
    }

    /**
     * Runs the statement once for each row of values, in one round trip and one transaction; returns how many rows each
     * changed.
     */
    public int[] batch(String statement, List<Object[]> rows) {
        if (rows.isEmpty()) {
            return new int[0];
        }
        return inTransaction(statement, prepared -> {
            for (var row : rows) {
                bind(prepared, row);
                prepared.addBatch();
            }
            return prepared.executeBatch();
        });
    }

    public <T> List<T> query(String statement, RowReader<T> reader, Object... values) {
        return prepared(statement, prepared -> {
            bind(prepared, values);
            try (var rows = prepared.executeQuery()) {
                var found = new ArrayList<T>();
                while (rows.next()) {
                    found.add(reader.read(rows));
                }
                return found;
            }
        });
    }

    public <T> Optional<T> first(String statement, RowReader<T> reader, Object... values) {
        return query(statement, reader, values).stream().findFirst();
    }

    /** A {@code timestamptz} column, or null. */
    public static Instant instant(ResultSet row, String column) throws SQLException {
        var at = row.getObject(column, OffsetDateTime.class);
        return at == null ? null : at.toInstant();
    }

    private <T> T inTransaction(String statement, Work<T> work) {
        try (var connection = database.getConnection()) {
            var own = connection.getAutoCommit();
            if (own) {
                connection.setAutoCommit(false);
            }
            try (var prepared = connection.prepareStatement(statement)) {
                var result = work.with(prepared);
                if (own) {
                    connection.commit();
                }
                return result;
            } catch (SQLException | RuntimeException e) {
                rollback(connection, own, e);
                throw e;
            } finally {
                if (own) {
                    connection.setAutoCommit(true);
                }
            }
        } catch (SQLException e) {
            throw new StorageException(e);
        }
    }

    private static void rollback(Connection connection, boolean own, Exception failure) {
        try {
            if (own) {
                connection.rollback();
            }
        } catch (SQLException e) {
            failure.addSuppressed(e);
        }
    }

    private <T> T prepared(String statement, Work<T> work) {
        try (var connection = database.getConnection();
                var prepared = connection.prepareStatement(statement)) {
            return work.with(prepared);
        } catch (SQLException e) {
            throw new StorageException(e);
        }
    }

    private static void bind(PreparedStatement prepared, Object[] values) throws SQLException {
        for (var i = 0; i < values.length; i++) {
            switch (values[i]) {
                case String[] words ->
                    prepared.setArray(i + 1, prepared.getConnection().createArrayOf("text", words));
                case UUID[] ids ->
                    prepared.setArray(i + 1, prepared.getConnection().createArrayOf("uuid", ids));
                case Instant at -> prepared.setObject(i + 1, at.atOffset(ZoneOffset.UTC));
                case null, default -> prepared.setObject(i + 1, values[i]);
            }
        }
    }

    @FunctionalInterface
    private interface Work<T> {
        T with(PreparedStatement prepared) throws SQLException;
    }
}
