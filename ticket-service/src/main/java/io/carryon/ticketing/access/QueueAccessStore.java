package io.carryon.ticketing.access;

import io.carryon.ticketing.storage.Sql;
import jakarta.enterprise.context.ApplicationScoped;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.util.Arrays;
import java.util.List;
import java.util.Optional;
import java.util.UUID;
import javax.sql.DataSource;

/** Whose the queues are, in the caller's transaction. */
@ApplicationScoped
class QueueAccessStore {

    private static final String ALL = "select * from ticketing.queue_access";

    private static final String ONE = ALL + " where queue = ?";

    private static final String STORE = """
            insert into ticketing.queue_access (queue, restricted, agents, roles, revision) values (?, ?, ?, ?, ?)
            on conflict (queue) do update set restricted = excluded.restricted, agents = excluded.agents,
                roles = excluded.roles, revision = excluded.revision""";

    private static final String OF_TICKET = "select queue from ticketing.ticket where id = ?";

    private static final String OF_CONTACT = """
            select t.queue from ticketing.entry e join ticketing.ticket t on t.id = e.ticket_id
            where e.contact_id = ? order by e.at, e.position limit 1""";

    private static final String OF_CALLBACK = """
            select t.queue from ticketing.callback c join ticketing.entry e on e.contact_id = c.contact_id
            join ticketing.ticket t on t.id = e.ticket_id
            where c.id = ? order by e.at, e.position limit 1""";

    // There is no row to lock before the first setting.
    private static final String TAKE_TURNS = "select pg_advisory_xact_lock(hashtextextended('queue.access ' || ?, 0))";

    private final Sql sql;

    QueueAccessStore(DataSource database) {
        this.sql = new Sql(database);
    }

    List<QueueAccess> all() {
        return sql.list(ALL, QueueAccessStore::read);
    }

    QueueAccess of(String queue) {
        return sql.first(ONE, QueueAccessStore::read, queue).orElseGet(() -> QueueAccess.everybodys(queue));
    }

    /** The same; who changes it waits for whoever else does. */
    QueueAccess locked(String queue) {
        sql.list(TAKE_TURNS, row -> true, queue);
        return of(queue);
    }

    void store(QueueAccess access) {
        sql.update(
                STORE,
                access.queue(),
                access.restricted(),
                access.agents().toArray(String[]::new),
                access.roles().toArray(String[]::new),
                access.revision());
    }

    /** The queue a ticket is in. */
    Optional<String> queueOfTicket(UUID id) {
        return sql.first(OF_TICKET, row -> row.getString(1), id);
    }

    /** The queue of the ticket that a contact, such as a call, is on. */
    Optional<String> queueOfContact(UUID id) {
        return sql.first(OF_CONTACT, row -> row.getString(1), id);
    }

    /** The queue of the ticket that a callback is about. */
    Optional<String> queueOfCallback(UUID id) {
        return sql.first(OF_CALLBACK, row -> row.getString(1), id);
    }

    private static QueueAccess read(ResultSet row) throws SQLException {
        return new QueueAccess(
                row.getString("queue"),
                row.getBoolean("restricted"),
                Arrays.asList((String[]) row.getArray("agents").getArray()),
                Arrays.asList((String[]) row.getArray("roles").getArray()),
                row.getInt("revision"));
    }
}
