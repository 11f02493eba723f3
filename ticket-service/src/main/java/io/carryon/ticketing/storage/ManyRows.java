package io.carryon.ticketing.storage;

import java.util.List;
import java.util.UUID;
import java.util.function.Function;
import java.util.stream.Collectors;
import java.util.stream.IntStream;
import javax.sql.DataSource;

/**
 * Inserts rows of one table by one statement, whatever their number: each column travels as one array of texts. So the
 * server parses and plans the same statement once for all batches, and no entity has to be watched for changes.
 */
public final class ManyRows<T> {

    /** A column, its type in PostgreSQL, and its value in a row: what {@code toString} makes of it, or null. */
    public record Column<T>(String name, String type, Function<T, ?> value) {

        private String[] of(List<T> rows) {
            return rows.stream()
                    .map(value)
                    .map(found -> found == null ? null : found.toString())
                    .toArray(String[]::new);
        }
    }

    private final List<Column<T>> columns;
    private final String insert;

    /** Rows of a table, named with its schema. */
    @SafeVarargs
    public ManyRows(String table, Column<T>... columns) {
        this.columns = List.of(columns);
        this.insert = "insert into %s (%s) select %s from unnest(%s) as row (%s)"
                .formatted(
                        table,
                        joined(at -> columns[at].name()),
                        joined(at -> "v%d::%s".formatted(at, columns[at].type())),
                        joined(at -> "?::text[]"),
                        joined(at -> "v" + at));
    }

    private ManyRows(List<Column<T>> columns, String insert) {
        this.columns = columns;
        this.insert = insert;
    }

    /** The same for rows of which some may be there already: those stay as they are. */
    public ManyRows<T> unlessThere() {
        return new ManyRows<>(columns, insert + " on conflict do nothing");
    }

    /** The same for rows of which some may be there already, by the columns of a unique key: those are replaced. */
    public ManyRows<T> orReplacing(String... key) {
        var rest = columns.stream()
                .map(Column::name)
                .filter(name -> !List.of(key).contains(name))
                .map(name -> "%1$s = excluded.%1$s".formatted(name))
                .collect(Collectors.joining(", "));
        return new ManyRows<>(
                columns, insert + " on conflict (%s) do update set %s".formatted(String.join(", ", key), rest));
    }

    public static <T> Column<T> column(String name, String type, Function<T, ?> value) {
        return new Column<>(name, type, value);
    }

    /**
     * Inserts the rows in their order, in the caller's transaction.
     *
     * @throws IllegalStateException without a transaction, or caused by the database's refusal
     */
    public void insert(DataSource database, List<T> rows) {
        if (rows.isEmpty()) {
            return;
        }
        new Sql(database).update(insert, values(rows));
    }

    /**
     * Inserts the rows and answers the ids of those that were not there already, from the column of that name.
     *
     * @throws IllegalStateException without a transaction, or caused by the database's refusal
     */
    public List<UUID> insertedIds(DataSource database, List<T> rows, String idColumn) {
        if (rows.isEmpty()) {
            return List.of();
        }
        return new Sql(database).list(insert + " returning " + idColumn, Sql.ID, values(rows));
    }

    private Object[] values(List<T> rows) {
        return columns.stream().map(column -> column.of(rows)).toArray();
    }

    private String joined(Function<Integer, String> part) {
        return IntStream.range(0, columns.size()).mapToObj(part::apply).collect(Collectors.joining(", "));
    }
}
