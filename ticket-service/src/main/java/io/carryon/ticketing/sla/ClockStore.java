package io.carryon.ticketing.sla;

import static io.carryon.ticketing.storage.ManyRows.column;

import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.core.type.TypeReference;
import com.fasterxml.jackson.databind.ObjectMapper;
import io.carryon.ticketing.storage.ManyRows;
import io.carryon.ticketing.storage.Sql;
import io.carryon.ticketing.ticket.Channel;
import io.carryon.ticketing.ticket.ClockKind;
import io.carryon.ticketing.ticket.Priority;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.enterprise.event.Event;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.Duration;
import java.time.Instant;
import java.util.Collection;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import java.util.stream.Collectors;
import javax.sql.DataSource;

/** The clocks of all tickets and what they show, in the caller's transaction. */
@ApplicationScoped
public class ClockStore {

    private static final int MOST_SHOWN = 20;

    /** Those that an event may still change; the waits that were answered are over. */
    private static final String LIVE = """
            select * from ticketing.sla_clock
            where ticket_id = any(?) and (kind <> 'NEXT_RESPONSE' or answered_at is null)
            order by ticket_id, number, kind""";

    private static final String ALL =
            "select * from ticketing.sla_clock where ticket_id = any(?) order by ticket_id, number, kind";

    private static final String SHOWN = """
            select * from (
                select * from ticketing.sla_clock where ticket_id = ? and kind <> 'NEXT_RESPONSE'
                union all (select * from ticketing.sla_clock where ticket_id = ? and kind = 'NEXT_RESPONSE'
                    order by number desc limit %d)) as shown
            order by number, kind""".formatted(MOST_SHOWN);

    private static final String DUE = """
            select distinct ticket_id from (
                select ticket_id from ticketing.sla_clock where next_at <= ? order by next_at, ticket_id limit ?) as due""";

    private static final String STALE = """
            select distinct ticket_id from (
                select ticket_id from ticketing.sla_clock where stopped_at is null and stamp < ?
                order by stamp, ticket_id limit ?) as stale""";

    private static final String REMOVE = "delete from ticketing.sla_clock where ticket_id = any(?)";

    private record Row(ClockReading reading, String pauses, long stamp) {

        TicketClock clock() {
            return reading.clock();
        }

        Long workedSec() {
            return reading.worked() == null ? null : reading.worked().toSeconds();
        }
    }

    private static final ManyRows<Row> ROWS = new ManyRows<Row>(
                    "ticketing.sla_clock",
                    column("ticket_id", "uuid", row -> row.clock().ticketId()),
                    column("kind", "text", row -> row.clock().kind()),
                    column("number", "integer", row -> row.clock().number()),
                    column("channel", "text", row -> row.clock().channel()),
                    column("tier", "text", row -> row.clock().tier()),
                    column("queue", "text", row -> row.clock().queue()),
                    column("priority", "text", row -> row.clock().priority()),
                    column("started_at", "timestamptz", row -> row.clock().startedAt()),
                    column("answered_at", "timestamptz", row -> row.clock().answeredAt()),
                    column("stopped_at", "timestamptz", row -> row.clock().stoppedAt()),
                    column("pauses", "json", Row::pauses),
                    column("warned_at", "timestamptz", row -> row.clock().warnedAt()),
                    column("breached_at", "timestamptz", row -> row.clock().breachedAt()),
                    column("policy", "text", row -> row.reading().policy()),
                    column("due_at", "timestamptz", row -> row.reading().dueAt()),
                    column("outcome", "text", row -> row.reading().outcome()),
                    column("worked_sec", "bigint", Row::workedSec),
                    column("next_at", "timestamptz", row -> row.reading().nextAt()),
                    column("stamp", "bigint", Row::stamp))
            .orReplacing("ticket_id", "kind", "number");

    private final DataSource database;
    private final Sql sql;
    private final ObjectMapper json;
    private final Event<ClocksReadAgain> readAgain;

    public ClockStore(DataSource database, ObjectMapper json, Event<ClocksReadAgain> readAgain) {
        this.database = database;
        this.sql = new Sql(database);
        this.json = json;
        this.readAgain = readAgain;
    }

    /** The clocks of tickets that an event may still change. */
    Map<UUID, List<TicketClock>> live(Collection<UUID> tickets) {
        return sql.list(LIVE, this::clock, tickets).stream().collect(Collectors.groupingBy(TicketClock::ticketId));
    }

    /** All that is stored of tickets; nobody is told by it when to warn. */
    Map<UUID, List<ClockReading>> stored(Collection<UUID> tickets) {
        return sql.list(ALL, this::reading, tickets).stream()
                .collect(Collectors.groupingBy(reading -> reading.clock().ticketId()));
    }

    /** What is stored of a ticket's clocks, as its view has it: of the next responses the last ones. */
    List<ClockView> shown(UUID ticket) {
        return sql.list(SHOWN, ClockView::read, ticket, ticket);
    }

    /** Tickets of which there is something to tell at the time, longest due first. */
    List<UUID> due(Instant now, int limit) {
        return sql.list(DUE, Sql.ID, now, limit);
    }

    /** Tickets with clocks that were read by older rules. */
    List<UUID> stale(long stamp, int limit) {
        return sql.list(STALE, Sql.ID, stamp, limit);
    }

    void store(Collection<ClockReading> readings, long stamp) {
        ROWS.insert(
                database,
                readings.stream()
                        .map(reading -> new Row(reading, written(reading.clock().pauses()), stamp))
                        .toList());
    }

    /** Stores what clocks show by other rules, without any event of their tickets, and says so. */
    void storeAgain(Collection<ClockReading> readings, long stamp) {
        store(readings, stamp);
        readAgain.fire(new ClocksReadAgain(
                readings.stream().map(reading -> reading.clock().ticketId()).collect(Collectors.toSet())));
    }

    /** Forgets the clocks of tickets. */
    void remove(Collection<UUID> tickets) {
        sql.update(REMOVE, tickets);
    }

    private ClockReading reading(ResultSet row) throws SQLException {
        var worked = row.getObject("worked_sec", Long.class);
        return new ClockReading(
                clock(row),
                row.getString("policy"),
                Sql.instant(row, "due_at"),
                null,
                ClockReading.Outcome.valueOf(row.getString("outcome")),
                worked == null ? null : Duration.ofSeconds(worked));
    }

    private TicketClock clock(ResultSet row) throws SQLException {
        return new TicketClock(
                row.getObject("ticket_id", UUID.class),
                ClockKind.valueOf(row.getString("kind")),
                row.getInt("number"),
                Channel.valueOf(row.getString("channel")),
                row.getString("tier"),
                row.getString("queue"),
                Priority.valueOf(row.getString("priority")),
                Sql.instant(row, "started_at"),
                Sql.instant(row, "answered_at"),
                pauses(row.getString("pauses")),
                Sql.instant(row, "warned_at"),
                Sql.instant(row, "breached_at"));
    }

    private List<Pause> pauses(String stored) {
        try {
            return stored == null ? List.of() : json.readValue(stored, new TypeReference<List<Pause>>() {});
        } catch (JsonProcessingException e) {
            throw new IllegalStateException("Stored pauses cannot be read", e);
        }
    }

    private String written(List<Pause> pauses) {
        try {
            return pauses.isEmpty() ? null : json.writeValueAsString(pauses);
        } catch (JsonProcessingException e) {
            throw new IllegalStateException("Our own record cannot be written as JSON", e);
        }
    }
}
