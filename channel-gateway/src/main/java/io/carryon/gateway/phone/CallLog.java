package io.carryon.gateway.phone;

import io.carryon.gateway.contact.IntakeLog;
import io.carryon.gateway.problem.ProblemException;
import io.carryon.gateway.storage.JsonColumns;
import io.carryon.gateway.storage.Sql;
import jakarta.enterprise.context.ApplicationScoped;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.Optional;
import java.util.UUID;

/** The rows of calls. Whatever comes first makes the row; events may repeat and overtake each other. */
@ApplicationScoped
public class CallLog {

    static final int BATCH = 100;

    private final Sql sql;
    private final IntakeLog log;
    private final JsonColumns json;
    private final CallRow rows;

    public CallLog(Sql sql, IntakeLog log, JsonColumns json) {
        this.sql = sql;
        this.log = log;
        this.json = json;
        this.rows = new CallRow(json);
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

    /**
     * The call with what was told before and what is told now; earlier words stand, and nothing comes back to an erased
     * one. Its row is locked for the rest of the caller's transaction.
     */
    public Noted noted(Call call) {
        return sql.first(
                        """
                        insert into phone_call as known (client, call_id, contact_id, caller, dialled, direction,
                            caller_name, language, queue_hint, stir_passed, provider_ids, started_at)
                        values (?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?::jsonb, ?)
                        on conflict (client, call_id) do update set
                            caller = case when known.erased_at is null
                                then coalesce(known.caller, excluded.caller) end,
                            dialled = coalesce(known.dialled, excluded.dialled),
                            caller_name = case when known.erased_at is null
                                then coalesce(known.caller_name, excluded.caller_name) end,
                            language = case when known.erased_at is null
                                then coalesce(excluded.language, known.language) end,
                            queue_hint = case when known.erased_at is null
                                then coalesce(excluded.queue_hint, known.queue_hint) end,
                            stir_passed = known.stir_passed or excluded.stir_passed,
                            provider_ids = case when known.erased_at is null
                                then known.provider_ids || excluded.provider_ids else known.provider_ids end
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
                        call.identity().stirPassed(),
                        json.written(call.identity().providerIds()),
                        call.startedAt())
                .orElseThrow();
    }

    /** Notes the end of a call that is no contact and shall be none. */
    public boolean over(Call call, Instant at) {
        noted(call);
        return sql.update(
                        "update phone_call set ended_at = coalesce(ended_at, ?) where contact_id = ?",
                        at,
                        call.contactId())
                > 0;
    }

    /** What is answered to whatever needs a living caller. */
    public static ProblemException ended(Call call) {
        return ProblemException.conflict(
                "call-ended", "The call %s has ended; nobody is left to connect.".formatted(call.callId()));
    }

    /** Notes, in the caller's transaction, what made the call a contact: from now on it is owed to the broker. */
    public Call trigger(Call call) {
        return sql.first(
                        """
                        update phone_call set trigger = ?, triggered_at = ?, menu_path = ?, collected = ?::jsonb, said = ?,
                            owed_since = now()
                        where contact_id = ? returning *
                        """,
                        this::call,
                        call.trigger(),
                        call.triggeredAt(),
                        call.menuPath().toArray(String[]::new),
                        json.written(call.collected()),
                        call.said(),
                        call.contactId())
                .orElseThrow();
    }

    /** Notes, in the caller's transaction, that the caller of a contact wants a person after all. */
    public Call wanted(Call call, Instant at) {
        return sql.first(
                        "update phone_call set wanted_at = ? where contact_id = ? returning *",
                        this::call,
                        at,
                        call.contactId())
                .orElseThrow();
    }

    /** Holds the calls' rows until the caller's transaction ends: nothing is added to them meanwhile. */
    public void hold(UUID[] contactIds) {
        sql.query(
                "select 1 from phone_call where contact_id = any(?) order by contact_id for update",
                row -> true,
                (Object) contactIds);
    }

    /** Whether the customer was taken out of the call. */
    public boolean isErased(UUID contactId) {
        return sql.first(
                        "select 1 from phone_call where contact_id = ? and erased_at is not null",
                        row -> true,
                        contactId)
                .isPresent();
    }

    /**
     * Takes the customer out of calls, which have ended and are owed to the broker no more; in the caller's transaction.
     */
    public void forget(UUID[] contactIds, Instant at) {
        sql.update("""
                update phone_call set caller = null, dialled = '', caller_name = null, language = null,
                    queue_hint = null, menu_path = '{}', collected = '{}', answer = null, provider_ids = '{}',
                    said = null, resolved = null, answered_by = null, cause = null,
                    published_at = coalesce(published_at, ?), ended_at = coalesce(ended_at, ?),
                    erased_at = coalesce(erased_at, ?)
                where contact_id = any(?)
                """, at, at, at, contactIds);
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
                order by attempts, owed_since limit ?
                """, this::call, age.toMillis() / 1000.0, BATCH);
    }

    /** The call of a contact, if there is one. */
    public Optional<Call> ofContact(UUID contactId) {
        return sql.first("select * from phone_call where contact_id = ?", this::call, contactId);
    }

    /** Those of the calls that were not erased. */
    public List<Call> unerased(UUID[] contactIds) {
        return sql.query("""
                select * from phone_call where contact_id = any(?) and erased_at is null
                """, this::call, (Object) contactIds);
    }

    /** A row of calls. */
    public Call call(ResultSet row) throws SQLException {
        return rows.read(row);
    }
}
