package io.carryon.ticketing.search;

import java.sql.Connection;
import java.sql.PreparedStatement;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.Instant;
import java.time.ZoneOffset;
import java.util.ArrayList;
import java.util.List;
import java.util.stream.Collectors;

/** SQL that is put together of pieces, each with its values. */
final class Statement {

    private final StringBuilder sql = new StringBuilder();
    private final List<Object> values = new ArrayList<>();

    /** What is read of a result's rows. */
    @FunctionalInterface
    interface Row<T> {

        T read(ResultSet row) throws SQLException;
    }

    Statement add(String piece, Object... itsValues) {
        sql.append(piece);
        values.addAll(List.of(itsValues));
        return this;
    }

    Statement add(Statement other) {
        sql.append(other.sql);
        values.addAll(other.values);
        return this;
    }

    /** The conditions after {@code where}, if there are any. */
    Statement where(List<Condition> conditions) {
        if (!conditions.isEmpty()) {
            sql.append(" where ").append(conditions.stream().map(Condition::sql).collect(Collectors.joining(" and ")));
            conditions.forEach(condition -> values.addAll(condition.values()));
        }
        return this;
    }

    /** The rows it finds, in their order. */
    <T> List<T> rows(Connection connection, Row<T> row) throws SQLException {
        try (var select = prepared(connection);
                var found = select.executeQuery()) {
            var rows = new ArrayList<T>();
            while (found.next()) {
                rows.add(row.read(found));
            }
            return rows;
        }
    }

    /** The statement with its values, to be closed by the caller. */
    PreparedStatement prepared(Connection connection) throws SQLException {
        var select = connection.prepareStatement(sql.toString());
        for (var at = 0; at < values.size(); at++) {
            bind(connection, select, at + 1, values.get(at));
        }
        return select;
    }

    private static void bind(Connection connection, PreparedStatement select, int at, Object value)
            throws SQLException {
        switch (value) {
            case Instant instant -> select.setObject(at, instant.atOffset(ZoneOffset.UTC));
            case List<?> texts -> select.setArray(at, connection.createArrayOf("text", texts.toArray()));
            default -> select.setObject(at, value);
        }
    }
}
