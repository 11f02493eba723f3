package io.carryon.bench.tickets;

import java.sql.Connection;
import java.sql.SQLException;
import java.util.ArrayList;
import java.util.Collection;

/**
 * Puts the indexes of tables aside while they are filled: made at the end they take a fraction of the time. What was put
 * aside stands in a table, so that a run that was stopped is made good by the next one.
 */
final class Indexes {

    /** What the running service looks through again and again: without them it would read whole tables meanwhile. */
    private static final String KEPT = "array['ticket_event_order', 'waiting_ticket_next', 'ticket_workflow_hold']";

    private static final String ASIDE = """
            insert into bench.index_aside
            select i.indexname, i.indexdef from pg_indexes i
            where i.schemaname = 'ticketing' and i.tablename = any(?) and i.indexname <> all(%s)
                and not exists (select 1 from pg_constraint c where c.conname = i.indexname)
            on conflict do nothing""".formatted(KEPT);

    private final Connection connection;

    Indexes(Connection connection) throws SQLException {
        this.connection = connection;
        run("create schema if not exists bench");
        run("create table if not exists bench.index_aside (name text primary key, definition text not null)");
    }

    void putAside(Collection<String> tables) throws SQLException {
        try (var aside = connection.prepareStatement(ASIDE)) {
            aside.setArray(1, connection.createArrayOf("text", tables.toArray()));
            aside.executeUpdate();
        }
        for (var index : column("name")) {
            run("drop index if exists ticketing." + index);
        }
    }

    void restore() throws SQLException {
        run("set maintenance_work_mem = '768MB'");
        for (var index : column("definition")) {
            run(index.replaceFirst("INDEX ", "INDEX IF NOT EXISTS "));
        }
        run("truncate bench.index_aside");
    }

    private Collection<String> column(String name) throws SQLException {
        var found = new ArrayList<String>();
        try (var rows = connection.createStatement().executeQuery("select " + name + " from bench.index_aside")) {
            while (rows.next()) {
                found.add(rows.getString(1));
            }
        }
        return found;
    }

    private void run(String sql) throws SQLException {
        try (var statement = connection.createStatement()) {
            statement.execute(sql);
        }
    }
}
