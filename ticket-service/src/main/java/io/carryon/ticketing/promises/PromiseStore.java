package io.carryon.ticketing.promises;

import static io.carryon.ticketing.storage.ManyRows.column;

import io.carryon.ticketing.storage.ManyRows;
import io.carryon.ticketing.storage.Sql;
import io.carryon.ticketing.ticket.TicketTexts;
import jakarta.enterprise.context.ApplicationScoped;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.Duration;
import java.time.Instant;
import java.util.Collection;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import java.util.function.Function;
import java.util.stream.Collectors;
import javax.sql.DataSource;

/** The ledger of promises, in the caller's transaction. */
@ApplicationScoped
public class PromiseStore implements TicketTexts {

    private static final String OWED =
            "select * from ticketing.promise where ticket_id = any(?) and settled_at is null";

    private static final String PAGE =
            "select * from ticketing.promise where ticket_id = ? and number < ? order by number desc limit ?";

    private static final String DUE = """
            select ticket_id from ticketing.promise where state = 'OPEN' and due_at < ?
            order by due_at, ticket_id limit ?""";

    private static final String TO_REMIND = """
            select ticket_id from ticketing.promise
            where state = 'OPEN' and due_at > ? and due_at <= ? and reminded_at is null
                and due_at - (due_at - made_at) / 4 <= ?
            order by due_at, ticket_id limit ?""";

    private static final String ERASE = "update ticketing.promise set step = null where ticket_id = any(?)";

    private static final ManyRows<Promise> ROWS = new ManyRows<>(
                    "ticketing.promise",
                    column("ticket_id", "uuid", Promise::ticketId),
                    column("number", "integer", Promise::number),
                    column("made_at", "timestamptz", Promise::madeAt),
                    column("made_by", "text", Promise::madeBy),
                    column("step", "text", Promise::step),
                    column("due_at", "timestamptz", Promise::dueAt),
                    column("state", "text", Promise::state),
                    column("settled_at", "timestamptz", Promise::settledAt),
                    column("moved_to", "timestamptz", Promise::movedTo),
                    column("reminded_at", "timestamptz", Promise::remindedAt))
            .orReplacing("ticket_id", "number");

    private final DataSource database;
    private final Sql sql;

    public PromiseStore(DataSource database) {
        this.database = database;
        this.sql = new Sql(database);
    }

    /** The promise that is owed, of each ticket with one. */
    Map<UUID, Promise> owed(Collection<UUID> tickets) {
        return sql.list(OWED, PromiseStore::read, tickets).stream()
                .collect(Collectors.toMap(Promise::ticketId, Function.identity()));
    }

    /** Promises of a ticket before one, the last first. */
    List<Promise> page(UUID ticket, int before, int limit) {
        return sql.list(PAGE, PromiseStore::read, ticket, before, limit);
    }

    /** Tickets whose promise was due before the time and is not told broken, longest due first. */
    List<UUID> due(Instant now, int limit) {
        return sql.list(DUE, Sql.ID, now, limit);
    }

    /** Tickets whose promise is due within a time, and of which staff are to be told so, soonest due first. */
    List<UUID> toRemind(Instant now, Duration before, int limit) {
        return sql.list(TO_REMIND, Sql.ID, now, now.plus(before), now, limit);
    }

    /** Stores promises in their order: what is settled before what is made. */
    void store(List<Promise> promises) {
        ROWS.insert(database, promises);
    }

    @Override
    public void erase(Collection<UUID> ticketIds) {
        sql.update(ERASE, ticketIds);
    }

    private static Promise read(ResultSet row) throws SQLException {
        return new Promise(
                row.getObject("ticket_id", UUID.class),
                row.getInt("number"),
                Sql.instant(row, "made_at"),
                row.getString("made_by"),
                row.getString("step"),
                Sql.instant(row, "due_at"),
                Promise.State.valueOf(row.getString("state")),
                Sql.instant(row, "settled_at"),
                Sql.instant(row, "moved_to"),
                Sql.instant(row, "reminded_at"));
    }
}
