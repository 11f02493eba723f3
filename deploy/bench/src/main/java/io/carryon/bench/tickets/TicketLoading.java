package io.carryon.bench.tickets;

import java.io.IOException;
import java.sql.Connection;
import java.sql.DriverManager;
import java.sql.SQLException;
import java.time.Instant;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Properties;
import java.util.concurrent.Callable;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import java.util.concurrent.atomic.AtomicInteger;

/**
 * Fills the ticket service's tables, a thousand tickets in a transaction: a thousand that is there already is left as it
 * is. Triggers and the checks of references rest meanwhile, which takes a superuser.
 */
public final class TicketLoading {

    private static final int BATCH = 1_000;
    private static final int WORKERS = 2;
    private static final int MANY = 20_000;
    private static final String SEARCH = "ticket_search";

    private final String url;
    private final Properties account = new Properties();

    /** @param url JDBC URL of the service's database */
    public TicketLoading(String url, String user, String password) {
        this.url = url;
        account.setProperty("user", user);
        account.setProperty("password", password);
        account.setProperty("reWriteBatchedInserts", "true");
    }

    /** Loads tickets up to a number; answers how many are new. */
    public int load(int tickets) throws Exception {
        try (var connection = open()) {
            var indexes = new Indexes(connection);
            var many = tickets - present(connection) > MANY;
            if (many) {
                var tables = new ArrayList<>(TicketTables.COLUMNS.keySet());
                tables.add(SEARCH);
                indexes.putAside(tables);
            }
            var loaded = fill(invented(connection), tickets);
            System.out.println("  indexes and statistics");
            indexes.restore();
            try (var statement = connection.createStatement()) {
                for (var table : columns().keySet()) {
                    statement.execute("vacuum analyze ticketing." + table);
                }
                statement.execute("checkpoint");
            }
            compare(connection, tickets);
            return loaded;
        }
    }

    /** Those that are there already, or that end now. */
    private static InventedTickets invented(Connection connection) throws SQLException {
        try (var select = connection.prepareStatement("select opened_at from ticketing.ticket where number = ?")) {
            select.setString(1, InventedTickets.newestNumber());
            try (var newest = select.executeQuery()) {
                return newest.next()
                        ? new InventedTickets(newest.getTimestamp(1).toInstant())
                        : InventedTickets.until(Instant.now());
            }
        }
    }

    private int fill(InventedTickets invented, int tickets) throws Exception {
        var next = new AtomicInteger();
        var loaded = new AtomicInteger();
        var started = System.nanoTime();
        Callable<Void> work = () -> {
            try (var connection = open()) {
                connection.setAutoCommit(false);
                var words = new SearchWords(connection);
                var rows = new CopyRows(columns());
                for (var from = next.getAndAdd(BATCH); from < tickets; from = next.getAndAdd(BATCH)) {
                    var count = loaded.addAndGet(
                            batch(invented, connection, words, rows, from, Math.min(tickets, from + BATCH)));
                    if (from % (50 * BATCH) == 0 && count > 0) {
                        System.out.printf(
                                "  %9d tickets, %d s%n", from, (System.nanoTime() - started) / 1_000_000_000L);
                    }
                }
            }
            return null;
        };
        try (var workers = Executors.newFixedThreadPool(WORKERS)) {
            var parts = new ArrayList<Future<Void>>();
            for (var i = 0; i < WORKERS; i++) {
                parts.add(workers.submit(work));
            }
            for (var part : parts) {
                part.get();
            }
        }
        return loaded.get();
    }

    private static int batch(
            InventedTickets invented, Connection connection, SearchWords words, CopyRows rows, int from, int to)
            throws SQLException, IOException {
        try (var statement = connection.createStatement()) {
            statement.execute("set local session_replication_role = replica");
            statement.execute("set local synchronous_commit = off");
        }
        var loaded = 0;
        for (var place = from; place < to; place++) {
            // What a smaller load has of these are the first ones.
            if ((place == from || place == to - 1 || loaded == 0) && isThere(connection, place)) {
                continue;
            }
            var ticket = invented.at(place);
            TicketTables.rows(ticket, rows);
            rows.add(SEARCH, ticket.id(), words.of(ticket));
            loaded++;
        }
        rows.copy(connection);
        connection.commit();
        return loaded;
    }

    private static boolean isThere(Connection connection, int place) throws SQLException {
        try (var select = connection.prepareStatement("select 1 from ticketing.ticket where number = ?")) {
            select.setString(1, TicketIds.number(place));
            try (var found = select.executeQuery()) {
                return found.next();
            }
        }
    }

    /** Some of the words that were made here with what the service's triggers would have made. */
    private static void compare(Connection connection, int tickets) throws SQLException {
        var numbers = new ArrayList<String>();
        for (var i = 0; i < 200; i++) {
            numbers.add(TicketIds.number((int) ((long) tickets * i / 200)));
        }
        try (var select = connection.prepareStatement("""
                select t.number, s.words::text, ticketing.ticket_words(t)::text
                from ticketing.ticket t join ticketing.ticket_search s on s.ticket_id = t.id
                where t.number = any(?) and s.words <> ticketing.ticket_words(t)""")) {
            select.setArray(1, connection.createArrayOf("text", numbers.toArray()));
            try (var different = select.executeQuery()) {
                if (different.next()) {
                    throw new IllegalStateException("Words of ticket %s are%n%s%nand ought to be%n%s"
                            .formatted(different.getString(1), different.getString(2), different.getString(3)));
                }
            }
        }
    }

    private static int present(Connection connection) throws SQLException {
        try (var count = connection
                .createStatement()
                .executeQuery("select count(*) from ticketing.ticket where length(number) = 9 and number like '5%'")) {
            count.next();
            return count.getInt(1);
        }
    }

    private static LinkedHashMap<String, List<String>> columns() {
        var all = new LinkedHashMap<>(TicketTables.COLUMNS);
        all.put(SEARCH, List.of("ticket_id", "words"));
        return all;
    }

    private Connection open() throws SQLException {
        return DriverManager.getConnection(url, account);
    }
}
