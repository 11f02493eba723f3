package io.carryon.bench.tickets;

import java.io.IOException;
import java.io.StringReader;
import java.sql.Connection;
import java.sql.SQLException;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import org.postgresql.PGConnection;

/** Gathers rows in the text format of PostgreSQL's COPY and hands them over table by table. */
final class CopyRows implements TicketTables.Rows {

    private final Map<String, List<String>> columns;
    private final Map<String, StringBuilder> rows = new LinkedHashMap<>();

    /** @param columns of each table, in the order in which tables are filled */
    CopyRows(Map<String, List<String>> columns) {
        this.columns = columns;
        columns.keySet().forEach(table -> rows.put(table, new StringBuilder()));
    }

    @Override
    public void add(String table, Object... values) {
        var row = rows.get(table);
        for (var at = 0; at < values.length; at++) {
            row.append(at == 0 ? "" : "\t");
            write(values[at], row);
        }
        row.append('\n');
    }

    /** Inserts what was gathered, in the connection's transaction, and forgets it. */
    void copy(Connection connection) throws SQLException, IOException {
        var copy = connection.unwrap(PGConnection.class).getCopyAPI();
        for (var table : rows.entrySet()) {
            copy.copyIn(
                    "copy ticketing.%s (%s) from stdin"
                            .formatted(table.getKey(), String.join(", ", columns.get(table.getKey()))),
                    new StringReader(table.getValue().toString()));
            table.getValue().setLength(0);
        }
    }

    private static void write(Object value, StringBuilder row) {
        if (value == null) {
            row.append("\\N");
            return;
        }
        var text = value.toString();
        for (var i = 0; i < text.length(); i++) {
            switch (text.charAt(i)) {
                case '\\' -> row.append("\\\\");
                case '\n' -> row.append("\\n");
                case '\t' -> row.append("\\t");
                case '\r' -> row.append("\\r");
                default -> row.append(text.charAt(i));
            }
        }
    }
}
