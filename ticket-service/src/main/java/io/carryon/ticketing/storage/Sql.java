package io.carryon.ticketing.storage;

import java.sql.Connection;
import java.sql.PreparedStatement;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.sql.Types;
import java.time.Instant;
import java.time.OffsetDateTime;
import java.time.ZoneOffset;
import java.util.ArrayList;
import java.util.Collection;
import java.util.List;
import java.util.Optional;
import java.util.UUID;
import javax.sql.DataSource;

/**
 * Statements that are right only together with what else their caller does: each runs in the caller's transaction,
 * unless they are {@link #alone}.
 * Values are bound in their order: ids, texts, numbers, {@link Instant}s and null as they are, a collection as an array
 * of ids, a {@code String[]} as an array of texts.
 *
 * <p>Every method throws an IllegalStateException without a transaction where one is needed, or caused by the database's
 * refusal.
 */
public final class Sql {

    /** Reads one row; the cursor stays where it is. */
    @FunctionalInterface
    public interface Row<T> {

        T read(ResultSet row) throws SQLException;
    }

    /** Reads an id from the first column. */
    public static final Row<UUID> ID = row -> row.getObject(1, UUID.class);

    /** The time in a column, or null. */
    public static Instant instant(ResultSet row, String column) throws SQLException {
        var found = row.getObject(column, OffsetDateTime.class);
        return found == null ? null : found.toInstant();
    }

    /** The texts of an array. */
    public static List<String> texts(ResultSet row, String column) throws SQLException {
        return List.of((String[]) row.getArray(column).getArray());
    }

    @FunctionalInterface
    private interface Step<T> {

        T take(PreparedStatement statement) throws SQLException;
    }

    @FunctionalInterface
    private interface Connections {

        Connection open() throws SQLException;
    }

    private final Connections connections;

    public Sql(DataSource database) {
        this(() -> OpenTransaction.of(database));
    }

    private Sql(Connections connections) {
        this.connections = connections;
    }

    /** Statements that are right alone: outside of a transaction each is one of its own, and needs none. */
    public static Sql alone(DataSource database) {
        return new Sql(database::getConnection);
    }

    /** Changes rows and answers how many. */
    public int update(String sql, Object... values) {
        return run(sql, PreparedStatement::executeUpdate, values);
    }

    /** All rows that a query finds or a change returns, in their order. */
    public <T> List<T> list(String sql, Row<T> row, Object... values) {
        return run(
                sql,
                statement -> {
                    try (var found = statement.executeQuery()) {
                        var rows = new ArrayList<T>();
                        while (found.next()) {
                            rows.add(row.read(found));
                        }
                        return rows;
                    }
                },
                values);
    }

    /** The first row that is found. */
    public <T> Optional<T> first(String sql, Row<T> row, Object... values) {
        return list(sql, row, values).stream().findFirst();
    }

    private <T> T run(String sql, Step<T> step, Object... values) {
        try (var connection = connections.open();
                var statement = connection.prepareStatement(sql)) {
            for (var at = 0; at < values.length; at++) {
                bind(connection, statement, at + 1, values[at]);
            }
            return step.take(statement);
        } catch (SQLException e) {
            throw new IllegalStateException("The database did not carry out the statement", e);
        }
    }

    private static void bind(Connection connection, PreparedStatement statement, int at, Object value)
            throws SQLException {
        switch (value) {
            case null -> statement.setNull(at, Types.NULL);
            case Instant instant -> statement.setObject(at, instant.atOffset(ZoneOffset.UTC));
            case Collection<?> ids -> statement.setArray(at, connection.createArrayOf("uuid", ids.toArray()));
            case String[] texts -> statement.setArray(at, connection.createArrayOf("text", texts));
            default -> statement.setObject(at, value);
        }
    }
}
