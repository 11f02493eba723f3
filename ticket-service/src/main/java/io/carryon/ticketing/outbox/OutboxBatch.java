package io.carryon.ticketing.outbox;

import java.sql.Connection;
import java.sql.SQLException;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import javax.sql.DataSource;

/**
 * One step of the relay: publish the next rows, then move the position. A crash between the two repeats events with the
 * same ids and loses none. A row that cannot go out becomes a dead letter and holds up nobody.
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
        /** Another instance publishes; it may have looked before our row was there. */
        ELSEWHERE
    }

    private final DataSource database;
    private final OutboxStore store;
    private final RowReader reader;
    private final OutboxLetters letters;
    private final Announcer announcer;
    private final String name;
    private int limit = LIMIT;

    OutboxBatch(
            DataSource database,
            OutboxStore store,
            RowReader reader,
            OutboxLetters letters,
            Announcer announcer,
            String name) {
        this.database = database;
        this.store = store;
        this.reader = reader;
        this.letters = letters;
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
                var window = store.after(connection, position.get(), limit);
                var ready = window.ready();
                if (!ready.isEmpty()) {
                    publish(connection, ready);
                    store.move(connection, name, ready.getLast().position());
                    connection.commit();
                    done = true;
                }
                return progress(window, ready);
            } finally {
                if (!done) {
                    connection.rollback();
                }
            }
        }
    }

    /** The transaction the relay waits for, in words for an operator. */
    String heldBackBy() throws SQLException {
        try (var connection = database.getConnection()) {
            return store.oldestTransaction(connection);
        }
    }

    private void publish(Connection connection, List<StoredRow> ready) throws SQLException {
        var rows = new HashMap<String, StoredRow>();
        var read = new ArrayList<OutboxRow>();
        for (var row : OutboxWindow.inOrderOfRevisions(ready)) {
            rows.put(row.name(), row);
            try {
                read.add(reader.read(row));
            } catch (UnreadableRowException e) {
                letters.store(connection, row, Announcement.TICKET_CHANGED, e.getMessage());
            }
        }
        var announcements = OwnerNames.named(connection, read).stream()
                .flatMap(row -> Announcement.of(row).stream())
                .toList();
        for (var refused : announcer.announce(announcements)) {
            var announcement = refused.announcement();
            letters.store(connection, rows.get(announcement.row().name()), announcement.topic(), refused.reason());
        }
    }

    private Progress progress(OutboxWindow window, List<StoredRow> ready) {
        var waits = window.unsettled() || ready.size() < window.settled().size();
        if (ready.isEmpty() && waits && window.cut()) {
            // What the first row waits for lies beyond the window.
            limit *= 2;
            return Progress.MORE;
        }
        limit = LIMIT;
        if (!ready.isEmpty() && window.cut()) {
            return Progress.MORE;
        }
        return waits ? Progress.HELD_BACK : Progress.IDLE;
    }
}
