package io.carryon.ticketing.workflow;

import io.carryon.ticketing.storage.Sql;
import io.carryon.ticketing.ticket.TicketStatus;
import jakarta.enterprise.context.ApplicationScoped;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.util.Arrays;
import java.util.Comparator;
import java.util.List;
import java.util.Optional;
import javax.sql.DataSource;

/** The statuses there are, in the caller's transaction. They are few, and read together. */
@ApplicationScoped
class Statuses {

    private static final String ALL = "select * from ticketing.ticket_status";

    // Who changes them does so alone: what one may be moved to depends on the others.
    private static final String LOCK = "lock table ticketing.ticket_status in share row exclusive mode";

    private static final String STORE = """
            insert into ticketing.ticket_status (code, category, name, customer_name, moves_to, by_default, active, revision)
            values (?, ?, ?, ?::json, ?, ?, ?, ?)
            on conflict (code) do update set name = excluded.name, customer_name = excluded.customer_name,
                moves_to = excluded.moves_to, by_default = excluded.by_default, active = excluded.active,
                revision = excluded.revision""";

    private static final String DEMOTE = """
            update ticketing.ticket_status set by_default = false, revision = revision + 1
            where category = ? and by_default and code <> ?""";

    private final Sql sql;
    private final Words words;

    Statuses(DataSource database, Words words) {
        this.sql = new Sql(database);
        this.words = words;
    }

    /** All, by category and name. */
    List<StatusDefinition> all() {
        return sql.list(ALL, this::read).stream()
                .sorted(Comparator.comparing(StatusDefinition::status)
                        .thenComparing(status -> !status.byDefault())
                        .thenComparing(StatusDefinition::name)
                        .thenComparing(StatusDefinition::code))
                .toList();
    }

    /** The same, which nobody else changes until the transaction ends. */
    List<StatusDefinition> allLocked() {
        sql.update(LOCK);
        return all();
    }

    /** Stores one; the default of a category is one only, and it takes the place of the one before. */
    void store(StatusDefinition status) {
        if (status.byDefault()) {
            sql.update(DEMOTE, status.status().name(), status.code());
        }
        sql.update(
                STORE,
                status.code(),
                status.status().name(),
                status.name(),
                words.written(status.customerName()),
                status.movesTo().toArray(String[]::new),
                status.byDefault(),
                status.active(),
                status.revision());
    }

    static Optional<StatusDefinition> named(List<StatusDefinition> all, String code) {
        return all.stream().filter(status -> status.code().equals(code)).findFirst();
    }

    static StatusDefinition defaultOf(List<StatusDefinition> all, TicketStatus category) {
        return all.stream()
                .filter(status -> status.status() == category && status.byDefault())
                .findFirst()
                .orElseThrow(() -> new IllegalStateException("No status is the default of " + category));
    }

    private StatusDefinition read(ResultSet row) throws SQLException {
        return new StatusDefinition(
                row.getString("code"),
                TicketStatus.valueOf(row.getString("category")),
                row.getString("name"),
                words.read(row.getString("customer_name")),
                Arrays.asList((String[]) row.getArray("moves_to").getArray()),
                row.getBoolean("by_default"),
                row.getBoolean("active"),
                row.getInt("revision"));
    }
}
