package io.carryon.ticketing.outbox;

import java.sql.SQLException;
import java.util.List;
import javax.sql.DataSource;

/**
 * One step of the relay: publish the next rows in the order of their transactions, then move the position. A crash
 * between the two repeats events with the same ids and loses none.
 */
final class OutboxBatch {

    private static final int LIMIT = 200;

    /** What the relay should do next. */
    enum Progress {
        /** Go on at once: there may be more. */
        MORE,
        /** Look again in a moment: rows wait for an older transaction to end. */
        HELD_BACK,
        /** Sleep until woken. */
        IDLE,
        /** Another instance publishes. */
        ELSEWHERE
    }

    private final DataSource database;
    private final OutboxStore store;
    private final Announcer announcer;
    private final String name;

    OutboxBatch(DataSource database, OutboxStore store, Announcer announcer, String name) {
        this.database = database;
        this.store = store;
        this.announcer = announcer;
        this.name = name;
    }

    Progress publishNext() throws SQLException {
        try (var connection = database.getConnection()) {
            connection.setAutoCommit(false);
            var done = false;
            try {
                var position = store.lockPosition(connection, name);
                if (position.isEmpty()) {
                    return Progress.ELSEWHERE;
                }
                var rows = store.after(connection, position.get(), LIMIT);
                if (!rows.settled().isEmpty()) {
                    publish(rows.settled());
                    store.move(connection, name, rows.settled().getLast().position());
                    connection.commit();
                    done = true;
                }
                return progress(rows);
            } finally {
                if (!done) {
                    connection.rollback();
                }
            }
        }
    }

    private void publish(List<OutboxRow> rows) {
        announcer.announce(
                rows.stream().flatMap(row -> Announcement.of(row).stream()).toList());
    }

    private static Progress progress(OutboxStore.Rows rows) {
        if (rows.heldBack()) {
            return Progress.HELD_BACK;
        }
        return rows.settled().isEmpty() ? Progress.IDLE : Progress.MORE;
    }
}
