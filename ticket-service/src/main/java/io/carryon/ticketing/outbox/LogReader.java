package io.carryon.ticketing.outbox;

import io.carryon.ticketing.ticket.TicketEvent;
import jakarta.enterprise.context.ApplicationScoped;
import java.sql.Connection;
import java.sql.SQLException;
import java.util.List;
import java.util.Set;
import java.util.stream.Stream;
import javax.sql.DataSource;

/**
 * Reads the log of all tickets in the order of its transactions, as the relay does: a row is read once no transaction
 * that is still open can get company below it, so that nobody who goes on from a row's position misses one.
 */
@ApplicationScoped
public class LogReader {

    /**
     * A part of the log.
     *
     * @param end the place to go on from
     * @param rows those of the types asked for that this version can read
     * @param more whether more can be read at once
     * @param heldBack whether rows wait for an older transaction to end
     */
    public record Page(OutboxPosition end, List<LogRow> rows, boolean more, boolean heldBack) {}

    @FunctionalInterface
    private interface Reading<T> {

        T from(Connection connection) throws SQLException;
    }

    private final DataSource database;
    private final LogStore store;
    private final RowReader reader;

    LogReader(DataSource database, LogStore store, RowReader reader) {
        this.database = database;
        this.store = store;
        this.reader = reader;
    }

    /** The place of the last row that can be read now; all that is written later comes after it. */
    public OutboxPosition end() throws SQLException {
        return read(store::end);
    }

    /**
     * At most {@code limit} rows of some types after a place, in order; fewer when they are large. When no more follow
     * the page ends where the log does, however many rows of other types lie between.
     */
    public Page after(OutboxPosition position, Set<TicketEvent.Type> types, int limit) throws SQLException {
        return read(connection -> {
            // First: what is found thereafter holds all that is up to here.
            var end = store.end(connection);
            var window = store.after(connection, position, types, limit);
            var settled = window.settled();
            var last = settled.isEmpty() ? position : settled.getLast().position();
            return new Page(
                    window.cut() || end.compareTo(last) < 0 ? last : end,
                    settled.stream().flatMap(this::row).toList(),
                    window.cut(),
                    window.unsettled());
        });
    }

    /** Whether the log has a row at the place, and not more than {@code rows} after it. */
    public boolean isWithin(OutboxPosition position, int rows) throws SQLException {
        return read(connection -> store.isWithin(connection, position, rows));
    }

    private Stream<LogRow> row(StoredRow stored) {
        try {
            var row = reader.read(stored);
            return Stream.of(new LogRow(
                    stored.position(),
                    row.ticketId(),
                    row.revision(),
                    row.event(),
                    row.state(),
                    row.actor(),
                    row.at()));
        } catch (UnreadableRowException e) {
            // The relay has made a dead letter of it, and operators know.
            return Stream.empty();
        }
    }

    private <T> T read(Reading<T> reading) throws SQLException {
        try (var connection = database.getConnection()) {
            // Rows are fetched in portions only within a transaction.
            connection.setAutoCommit(false);
            try {
                return reading.from(connection);
            } finally {
                connection.rollback();
            }
        }
    }
}
