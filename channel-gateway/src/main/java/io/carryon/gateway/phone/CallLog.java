package io.carryon.gateway.phone;

import io.carryon.gateway.contact.IntakeLog;
import io.carryon.gateway.problem.ProblemException;
import io.carryon.gateway.storage.JsonColumns;
import io.carryon.gateway.storage.Sql;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.transaction.Transactional;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.Map;
import java.util.UUID;

/** The rows of calls. Whatever comes first makes the row; events may repeat and overtake each other. */
@ApplicationScoped
public class CallLog {

    private final Sql sql;
    private final IntakeLog log;
    private final JsonColumns json;

    public CallLog(Sql sql, IntakeLog log, JsonColumns json) {
        this.sql = sql;
        this.log = log;
        this.json = json;
    }

    /** A call as it is known now, and whether what was told is the first of its kind. */
    public record Noted(Call call, boolean first) {}

    /** The call with what was told before and what is told now; earlier words stand; 409 when it has ended. */
    public Noted begun(Call call) {
        var noted = noted(call);
        if (noted.call().endedAt() != null) {
            throw ended(call);
        }
        return noted;
    }

    private Noted noted(Call call) {
        return sql.first(
                        """
                        insert into phone_call as known (client, call_id, contact_id, caller, dialled, direction,
                            caller_name, language, queue_hint, started_at)
                        values (?, ?, ?, ?, ?, ?, ?, ?, ?, ?)
                        on conflict (client, call_id) do update set
                            caller = coalesce(known.caller, excluded.caller),
                            dialled = coalesce(known.dialled, excluded.dialled),
                            caller_name = coalesce(known.caller_name, excluded.caller_name),
                            language = coalesce(excluded.language, known.language),
                            queue_hint = coalesce(excluded.queue_hint, known.queue_hint)
                        returning *, xmax = 0 as fresh
                        """,
                        row -> new Noted(call(row), row.getBoolean("fresh")),
                        call.client(),
                        call.callId(),
                        call.contactId(),
                        call.caller(),
                        call.dialled(),
                        call.direction(),
                        call.callerName(),
                        call.language(),
                        call.queueHint(),
                        call.startedAt())
                .orElseThrow();
    }

    /** Notes the request for a person, once; 409 when the call ended before it. */
    @Transactional
    public Noted zeroOut(Call call) {
        var known = noted(call).call();
        if (known.isLost()) {
            throw ended(call);
        }
        if (known.isTriggered()) {
            return new Noted(known, false);
        }
        return new Noted(trigger(call), true);
    }

    private static ProblemException ended(Call call) {
        return ProblemException.conflict(
                "call-ended", "The call %s has ended; nobody is left to connect.".formatted(call.callId()));
    }

    /** Notes the end of the call, once; without a request for a person before, the end itself is the contact. */
    @Transactional
    public Call hangUp(Call call, Instant at) {
        var known = noted(call).call();
        if (!known.isTriggered()) {
            trigger(call.triggered(Call.HANGUP, at, List.of(), Map.of()));
        }
        return sql.first(
                        "update phone_call set ended_at = coalesce(ended_at, ?) where contact_id = ? returning *",
                        this::call,
                        at,
                        call.contactId())
                .orElseThrow();
    }

    private Call trigger(Call call) {
        return sql.first(
                        """
                        update phone_call set trigger = ?, triggered_at = ?, menu_path = ?, collected = ?::jsonb,
                            owed_since = now()
                        where contact_id = ? returning *
                        """,
                        this::call,
                        call.trigger(),
                        call.triggeredAt(),
                        call.menuPath().toArray(String[]::new),
                        json.written(call.collected()),
                        call.contactId())
                .orElseThrow();
    }

    /** The broker has the contact: nothing is owed any more, and the intake log has its row. */
    public void published(IntakeLog.Arrival arrival, Instant at) {
        log.noteWith(arrival, "update phone_call set published_at = ? where contact_id = ?", at, arrival.contactId());
    }

    /** An attempt to publish failed; those that fail less are tried first, so that none blocks the others. */
    public void failed(UUID contactId) {
        sql.update("update phone_call set attempts = attempts + 1 where contact_id = ?", contactId);
    }

    /** Keeps the full answer to the zero-out for its repeats. */
    public void answered(UUID contactId, String answer) {
        sql.update(
                "update phone_call set answer = ?::jsonb where contact_id = ? and answer is null", answer, contactId);
    }

    /**
     * At most 100 contacts owed to the broker for longer than this, by the database's clock; least tried first.
     * What a version wrote that did not note since when (rolling upgrade) is owed at any age.
     */
    public List<Call> owedLongerThan(Duration age) {
        return sql.query("""
                select * from phone_call
                where trigger is not null and published_at is null
                  and coalesce(owed_since, '-infinity') <= now() - make_interval(secs => ?)
                order by attempts, owed_since limit 100
                """, this::call, age.toMillis() / 1000.0);
    }

    /** Those of the calls that were not erased. */
    List<Call> unerased(UUID[] contactIds) {
        return sql.query("""
                select * from phone_call where contact_id = any(?) and erased_at is null
                """, this::call, (Object) contactIds);
    }

    private Call call(ResultSet row) throws SQLException {
        return new Call(
                row.getString("client"),
                row.getString("call_id"),
                row.getObject("contact_id", UUID.class),
                row.getString("caller"),
                row.getString("dialled"),
                row.getString("direction"),
                row.getString("caller_name"),
                row.getString("language"),
                row.getString("queue_hint"),
                Sql.instant(row, "started_at"),
                row.getString("trigger"),
                Sql.instant(row, "triggered_at"),
                List.of((String[]) row.getArray("menu_path").getArray()),
                json.words(row.getString("collected")),
                Sql.instant(row, "published_at"),
                Sql.instant(row, "ended_at"),
                ticket(row),
                row.getString("answer"));
    }

    private static Call.Ticket ticket(ResultSet row) throws SQLException {
        var id = row.getObject("ticket_id", UUID.class);
        return id == null
                ? null
                : new Call.Ticket(
                        id,
                        row.getString("ticket_number"),
                        row.getString("ticket_queue"),
                        row.getString("ticket_priority"),
                        row.getBoolean("ticket_opened"));
    }
}
