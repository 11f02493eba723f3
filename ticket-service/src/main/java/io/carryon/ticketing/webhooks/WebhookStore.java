package io.carryon.ticketing.webhooks;

import io.carryon.ticketing.outbox.OutboxPosition;
import io.carryon.ticketing.storage.Sql;
import jakarta.enterprise.context.ApplicationScoped;
import java.net.URI;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.Instant;
import java.util.Arrays;
import java.util.Collection;
import java.util.List;
import java.util.Optional;
import java.util.UUID;
import javax.sql.DataSource;

/** The receivers there are, in the caller's transaction. */
@ApplicationScoped
class WebhookStore {

    private static final String ALL = "select w.*, w.xid::text as xid_text from ticketing.webhook w";

    private static final String LISTED = ALL + " order by w.created_at, w.id";

    private static final String ONE = ALL + " where w.id = ?";

    private static final String LOCKED = ONE + " for update";

    // Who takes no more just now leaves the rest in the log, where it costs nothing.
    private static final String HUNGRY = """
            select w.*, w.xid::text as xid_text from ticketing.webhook w
            where w.state = 'ACTIVE' and not exists (
                select 1 from ticketing.webhook_delivery d where d.webhook_id = w.id and d.state = 'WAITING'
                offset ? limit 1)""";

    private static final String DUE = """
            select w.id from ticketing.webhook w
            where w.state = 'ACTIVE' and (w.quiet_until is null or w.quiet_until <= ?) and exists (
                select 1 from ticketing.webhook_delivery d
                where d.webhook_id = w.id and d.state = 'WAITING' and d.next_at <= ?)""";

    private static final String STORE = """
            insert into ticketing.webhook (id, url, description, types, secret, former_secret, former_until, state,
                disabled_why, epoch, xid, seq, created_by, created_at, revision)
            values (?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?::xid8, ?, ?, ?, ?)
            on conflict (id) do update set url = excluded.url, description = excluded.description,
                types = excluded.types, secret = excluded.secret, former_secret = excluded.former_secret,
                former_until = excluded.former_until, state = excluded.state, disabled_why = excluded.disabled_why,
                epoch = excluded.epoch, xid = excluded.xid, seq = excluded.seq, revision = excluded.revision""";

    private static final String AFRESH =
            "update ticketing.webhook set failing_since = null, failures = 0, quiet_until = null where id = ?";

    private static final String ADVANCE = """
            update ticketing.webhook set epoch = ?, xid = ?::xid8, seq = ?
            where id = any(?) and state = 'ACTIVE' and (epoch, xid, seq) = (?, ?::xid8, ?) returning id""";

    private static final String SUCCEEDED = """
            update ticketing.webhook w set failing_since = null, failures = 0, quiet_until = null
            from ticketing.webhook former where w.id = ? and former.id = w.id and former.failing_since is not null
            returning former.failures""";

    private static final String FAILED = """
            update ticketing.webhook set failures = failures + 1, failing_since = coalesce(failing_since, ?),
                quiet_until = coalesce(?, quiet_until)
            where id = ? returning failing_since""";

    // Rows close to each other in time may lie in another order in the log.
    private static final String GO_BACK = """
            update ticketing.webhook w set epoch = first.epoch, xid = first.xid, seq = first.seq - 1
            from (select epoch, xid, seq from (
                    select epoch, xid, seq from ticketing.ticket_event where at >= ? order by at limit 1000) as around
                order by epoch, xid, seq limit 1) as first
            where w.id = ? and (first.epoch, first.xid, first.seq) <= (w.epoch, w.xid, w.seq)""";

    private static final String DISABLE = """
            update ticketing.webhook set state = 'DISABLED', disabled_why = ?, revision = revision + 1
            where id = ? and state = 'ACTIVE'""";

    private final Sql sql;

    WebhookStore(DataSource database) {
        this.sql = new Sql(database);
    }

    List<Webhook> all() {
        return sql.list(LISTED, WebhookStore::read);
    }

    Optional<Webhook> one(UUID id) {
        return sql.first(ONE, WebhookStore::read, id);
    }

    Optional<Webhook> locked(UUID id) {
        return sql.first(LOCKED, WebhookStore::read, id);
    }

    /** Those that are told, and for whom at most so many deliveries wait. */
    List<Webhook> hungry(int mostWaiting) {
        return sql.list(HUNGRY, WebhookStore::read, mostWaiting);
    }

    /** Those for whom a delivery is due. */
    List<UUID> due(Instant now) {
        return sql.list(DUE, Sql.ID, now, now);
    }

    void store(Webhook hook) {
        sql.update(
                STORE,
                hook.id(),
                hook.url().toString(),
                hook.description(),
                hook.types().toArray(String[]::new),
                hook.secret().key(),
                hook.formerSecret() == null ? null : hook.formerSecret().key(),
                hook.formerUntil(),
                hook.state().name(),
                hook.disabledWhy(),
                hook.place().epoch(),
                hook.place().xid(),
                hook.place().seq(),
                hook.createdBy(),
                hook.createdAt(),
                hook.revision());
    }

    /** What failed before counts no more. */
    void beginAfresh(UUID id) {
        sql.update(AFRESH, id);
    }

    void delete(UUID id) {
        sql.update("delete from ticketing.webhook where id = ?", id);
    }

    /** Moves receivers on that stand at a place still, and answers which: another instance may have been quicker. */
    List<UUID> advance(Collection<UUID> ids, OutboxPosition from, OutboxPosition to) {
        return sql.list(ADVANCE, Sql.ID, to.epoch(), to.xid(), to.seq(), ids, from.epoch(), from.xid(), from.seq());
    }

    /** How many failures in a row the success has ended; 0 when it came after another. */
    int succeeded(UUID id) {
        return sql.first(SUCCEEDED, row -> row.getInt(1), id).orElse(0);
    }

    /** Since when it has been failing; {@code quietUntil} leaves it alone until then, null does not. */
    Instant failed(UUID id, Instant now, Instant quietUntil) {
        return sql.first(FAILED, row -> Sql.instant(row, "failing_since"), now, quietUntil, id)
                .orElse(now);
    }

    /** Places it before what happened since a time, unless it stands there already. */
    void goBack(UUID id, Instant since) {
        sql.update(GO_BACK, since, id);
    }

    void disable(UUID id, String why) {
        sql.update(DISABLE, why, id);
    }

    private static Webhook read(ResultSet row) throws SQLException {
        var former = row.getString("former_secret");
        return new Webhook(
                row.getObject("id", UUID.class),
                URI.create(row.getString("url")),
                row.getString("description"),
                Arrays.asList((String[]) row.getArray("types").getArray()),
                new Secret(row.getString("secret")),
                former == null ? null : new Secret(former),
                Sql.instant(row, "former_until"),
                Webhook.State.valueOf(row.getString("state")),
                row.getString("disabled_why"),
                Sql.instant(row, "failing_since"),
                new OutboxPosition(row.getInt("epoch"), row.getString("xid_text"), row.getLong("seq")),
                row.getString("created_by"),
                Sql.instant(row, "created_at"),
                row.getInt("revision"));
    }
}
