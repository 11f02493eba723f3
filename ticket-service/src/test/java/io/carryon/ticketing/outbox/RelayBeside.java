package io.carryon.ticketing.outbox;

import jakarta.enterprise.context.Dependent;
import java.sql.Connection;
import java.sql.SQLException;
import java.util.Optional;
import java.util.UUID;
import javax.sql.DataSource;

/** A relay of a test's own, with its own position, beside the running one. */
@Dependent
class RelayBeside {

    private final DataSource database;
    private final OutboxStore store;
    private final RowReader reader;
    private final OutboxLetters letters;
    private final String name = "relay-" + UUID.randomUUID();

    RelayBeside(DataSource database, OutboxStore store, RowReader reader, OutboxLetters letters) {
        this.database = database;
        this.store = store;
        this.reader = reader;
        this.letters = letters;
    }

    void startAtTheEndOfTheLog() throws SQLException {
        try (var connection = database.getConnection();
                var statement = connection.createStatement()) {
            statement.execute("insert into ticketing.outbox_position (name, epoch, xid, seq) select '" + name
                    + "', max(epoch), pg_snapshot_xmin(pg_current_snapshot()), 9223372036854775807"
                    + " from ticketing.outbox_position");
        }
    }

    OutboxBatch batch(Announcer announcer) {
        return new OutboxBatch(database, store, reader, letters, announcer, name);
    }

    Optional<OutboxPosition> lockPosition(Connection connection) throws SQLException {
        return store.lockPosition(connection, name);
    }

    /** How many events the server reads to tell the oldest that is not published. */
    long eventsReadToFindTheOldest() throws SQLException {
        try (var connection = database.getConnection()) {
            connection.setAutoCommit(false);
            var before = eventsRead(connection);
            store.oldest(connection, name);
            var read = eventsRead(connection) - before;
            connection.rollback();
            return read;
        }
    }

    private static long eventsRead(Connection connection) throws SQLException {
        try (var select = connection.prepareStatement("select seq_tup_read + idx_tup_fetch"
                        + " from pg_stat_xact_user_tables where relid = 'ticketing.ticket_event'::regclass");
                var found = select.executeQuery()) {
            found.next();
            return found.getLong(1);
        }
    }

    static void drain(OutboxBatch batch) throws SQLException {
        var progress = OutboxBatch.Progress.MORE;
        while (progress == OutboxBatch.Progress.MORE) {
            progress = batch.publishNext();
        }
    }

    /** Gives the connection's transaction its place in the order of transactions. */
    void beginsHere(Connection connection) throws SQLException {
        try (var statement = connection.createStatement()) {
            statement.execute("select pg_current_xact_id()");
        }
    }

    void insertEvent(Connection connection, UUID ticket, int revision) throws SQLException {
        insertEvent(connection, ticket, revision, "NOTED", "{}");
    }

    void insertEvent(Connection connection, UUID ticket, int revision, String type, String payload)
            throws SQLException {
        try (var insert = connection.prepareStatement("""
                insert into ticketing.ticket_event (ticket_id, revision, type, payload, state, actor_kind, at)
                select ticket_id, ?, ?, ?::json, state, 'SYSTEM', now() from ticketing.ticket_event
                where ticket_id = ? and revision = 1""")) {
            insert.setInt(1, revision);
            insert.setString(2, type);
            insert.setString(3, payload);
            insert.setObject(4, ticket);
            insert.executeUpdate();
        }
    }
}
