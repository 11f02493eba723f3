package io.carryon.ticketing.workflow;

import io.carryon.ticketing.storage.Sql;
import jakarta.enterprise.context.ApplicationScoped;
import java.time.Duration;
import java.time.Instant;
import java.util.Collection;
import java.util.Map;
import java.util.UUID;
import javax.sql.DataSource;

/** For how long a follow-up opens a ticket again: by queue, else as configured. */
@ApplicationScoped
public class Reopening {

    private static final String WINDOW =
            "select window_seconds, revision from ticketing.queue_reopening where queue = ?";

    private static final String STORE = """
            insert into ticketing.queue_reopening (queue, window_seconds, revision) values (?, ?, ?)
            on conflict (queue) do update set window_seconds = excluded.window_seconds, revision = excluded.revision""";

    /** A queue's window; revision 0 is the service's setting. */
    record Window(Duration length, int revision) {}

    private final WorkflowStates states;
    private final WorkflowConfig config;
    private final Sql sql;

    Reopening(DataSource database, WorkflowStates states, WorkflowConfig config) {
        this.sql = new Sql(database);
        this.states = states;
        this.config = config;
    }

    /**
     * Until when a follow-up opens each of the tickets again, by one statement in the caller's transaction; of those that
     * nobody resolved or closed nothing is known.
     */
    public Map<UUID, Instant> until(Collection<UUID> ticketIds) {
        return ticketIds.isEmpty()
                ? Map.of()
                : states.reopenUntil(ticketIds, config.reopenWindow().toSeconds());
    }

    /** For how long what a customer says belongs to what was answered there, in the caller's transaction. */
    public Duration windowOf(String queue) {
        return of(queue).length();
    }

    Window of(String queue) {
        return sql.first(WINDOW, row -> new Window(Duration.ofSeconds(row.getLong(1)), row.getInt(2)), queue)
                .orElseGet(() -> new Window(config.reopenWindow(), 0));
    }

    /** The same; who changes it waits for whoever else does. */
    Window locked(String queue) {
        return sql.first(
                        WINDOW + " for update",
                        row -> new Window(Duration.ofSeconds(row.getLong(1)), row.getInt(2)),
                        queue)
                .orElseGet(() -> new Window(config.reopenWindow(), 0));
    }

    void store(String queue, Window window) {
        sql.update(STORE, queue, window.length().toSeconds(), window.revision());
    }
}
