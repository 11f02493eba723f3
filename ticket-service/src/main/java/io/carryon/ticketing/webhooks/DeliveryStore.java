package io.carryon.ticketing.webhooks;

import static io.carryon.ticketing.storage.ManyRows.column;

import io.carryon.ticketing.outbox.LogRow;
import io.carryon.ticketing.storage.ManyRows;
import io.carryon.ticketing.storage.Sql;
import jakarta.enterprise.context.ApplicationScoped;
import java.nio.charset.StandardCharsets;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.Instant;
import java.util.List;
import java.util.Optional;
import java.util.UUID;
import javax.sql.DataSource;

/** The deliveries of all receivers and their attempts, in the caller's transaction. */
@ApplicationScoped
class DeliveryStore {

    private static final int MOST_ATTEMPTS_SHOWN = 50;

    /** A delivery that is about to be made. */
    private record Row(UUID webhookId, LogRow event, Instant madeAt) {

        /** The same whenever the same event is told to the same receiver, also after a replay. */
        UUID id() {
            var name = "%s:%s:%d".formatted(webhookId, event.ticketId(), event.revision());
            return UUID.nameUUIDFromBytes(name.getBytes(StandardCharsets.UTF_8));
        }
    }

    private static final ManyRows<Row> ROWS = new ManyRows<Row>(
                    "ticketing.webhook_delivery",
                    column("id", "uuid", Row::id),
                    column("webhook_id", "uuid", Row::webhookId),
                    column("ticket_id", "uuid", row -> row.event().ticketId()),
                    column("revision", "integer", row -> row.event().revision()),
                    column(
                            "type",
                            "text",
                            row -> EventName.of(row.event().event().type())),
                    column("made_at", "timestamptz", Row::madeAt),
                    column("state", "text", row -> Delivery.State.WAITING),
                    column("attempts", "integer", row -> 0),
                    column("next_at", "timestamptz", Row::madeAt))
            .orReplacing("id");

    // An event waits for those before it on its ticket to be tried once. What is tried again overtakes nobody's turn.
    private static final String CLAIM = """
            with due as (
                select d.id from ticketing.webhook_delivery d
                where d.webhook_id = ? and d.state = 'WAITING' and d.next_at <= ? and not exists (
                    select 1 from ticketing.webhook_delivery b
                    where b.webhook_id = d.webhook_id and b.ticket_id = d.ticket_id and b.state = 'WAITING'
                      and b.revision < d.revision and b.attempts = 0)
                order by d.next_at, d.revision limit ? for update skip locked),
            claimed as (
                update ticketing.webhook_delivery d set next_at = ? from due where d.id = due.id returning d.*)
            select c.id, c.type, c.attempts, e.ticket_id, e.revision, e.at, e.state, e.actor_kind, e.actor
            from claimed c join ticketing.ticket_event e on e.ticket_id = c.ticket_id and e.revision = c.revision""";

    private static final String SETTLE =
            "update ticketing.webhook_delivery set state = ?, attempts = attempts + 1, next_at = ? where id = ?";

    private static final String ATTEMPT = """
            insert into ticketing.webhook_attempt (delivery_id, at, status, duration_ms, error)
            select id, ?, ?, ?, ? from ticketing.webhook_delivery where id = ? on conflict do nothing""";

    /** But not what is under way just now. */
    private static final String HURRY = """
            update ticketing.webhook_delivery set next_at = ?
            where webhook_id = ? and state = 'WAITING' and attempts > 0 and next_at > ?""";

    private static final String REPLAY = """
            update ticketing.webhook_delivery set state = 'WAITING', attempts = 0, next_at = ?
            where webhook_id = ? and id = ?""";

    private static final String SHOWN = """
            select d.*, a.at as last_at, a.status, a.duration_ms, a.error
            from ticketing.webhook_delivery d left join lateral (
                select * from ticketing.webhook_attempt where delivery_id = d.id order by at desc limit 1) a on true
            where d.webhook_id = ?""";

    private static final String TRAIL = """
            select at as last_at, status, duration_ms, error from ticketing.webhook_attempt
            where delivery_id = ? order by at desc limit ?""";

    private final DataSource database;
    private final Sql sql;

    DeliveryStore(DataSource database) {
        this.database = database;
        this.sql = new Sql(database);
    }

    /** Events that receivers are to be told; what a receiver was told before, it is told again. */
    void add(List<UUID> webhooks, List<LogRow> events, Instant now) {
        ROWS.insert(
                database,
                webhooks.stream()
                        .flatMap(webhook -> events.stream().map(event -> new Row(webhook, event, now)))
                        .toList());
    }

    /** Takes up to so many due deliveries of a receiver; until {@code lostAt} nobody else takes them. */
    List<Message> claim(UUID webhookId, int most, Instant now, Instant lostAt) {
        return sql.list(CLAIM, DeliveryStore::message, webhookId, now, most, lostAt);
    }

    /** What became of an attempt; {@code nextAt} is null when there is none after it. */
    void settle(UUID id, Attempt attempt, Delivery.State state, Instant nextAt) {
        sql.update(SETTLE, state.name(), nextAt, id);
        sql.update(ATTEMPT, attempt.at(), attempt.status(), attempt.durationMs(), attempt.error(), id);
    }

    /** What failed, and waits for longer than {@code underWayUntil}, is tried now. */
    void hurry(UUID webhookId, Instant now, Instant underWayUntil) {
        sql.update(HURRY, now, webhookId, underWayUntil);
    }

    /** Tells a delivery anew; false when the receiver has none of that id. */
    boolean replay(UUID webhookId, UUID id, Instant now) {
        return sql.update(REPLAY, now, webhookId, id) == 1;
    }

    /** A page of a receiver's deliveries, latest first, in one state or (null) any, after a time and an id (null: all). */
    List<Delivery> page(UUID webhookId, Delivery.State state, Instant beforeTime, UUID beforeId, int limit) {
        var where = (state == null ? "" : " and d.state = '" + state.name() + "'")
                + (beforeTime == null ? "" : " and (d.made_at, d.id) < (?, ?)");
        var select = SHOWN + where + " order by d.made_at desc, d.id desc limit ?";
        return beforeTime == null
                ? sql.list(select, DeliveryStore::read, webhookId, limit)
                : sql.list(select, DeliveryStore::read, webhookId, beforeTime, beforeId, limit);
    }

    /** A delivery with its attempts. */
    Optional<Delivery> one(UUID webhookId, UUID id) {
        return sql.first(SHOWN + " and d.id = ?", DeliveryStore::read, webhookId, id)
                .map(found -> found.with(sql.list(TRAIL, DeliveryStore::attempt, id, MOST_ATTEMPTS_SHOWN)));
    }

    private static Message message(ResultSet row) throws SQLException {
        return new Message(
                row.getObject("id", UUID.class),
                row.getString("type"),
                row.getInt("attempts"),
                row.getObject("ticket_id", UUID.class),
                row.getInt("revision"),
                Sql.instant(row, "at"),
                row.getString("state"),
                row.getString("actor_kind"),
                row.getString("actor"));
    }

    private static Delivery read(ResultSet row) throws SQLException {
        return new Delivery(
                row.getObject("id", UUID.class),
                row.getObject("ticket_id", UUID.class),
                row.getInt("revision"),
                row.getString("type"),
                Delivery.State.valueOf(row.getString("state")),
                row.getInt("attempts"),
                Sql.instant(row, "next_at"),
                row.getObject("last_at") == null ? null : attempt(row),
                null,
                Sql.instant(row, "made_at"));
    }

    private static Attempt attempt(ResultSet row) throws SQLException {
        return new Attempt(
                Sql.instant(row, "last_at"),
                row.getObject("status", Integer.class),
                row.getInt("duration_ms"),
                row.getString("error"));
    }
}
