package io.carryon.gateway.phone;

import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.core.type.TypeReference;
import com.fasterxml.jackson.databind.ObjectMapper;
import io.carryon.gateway.problem.ProblemException;
import io.carryon.gateway.storage.Sql;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.transaction.Transactional;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.Instant;
import java.util.List;
import java.util.Map;
import java.util.UUID;

/** The rows of calls. Whatever comes first makes the row; events may repeat and overtake each other. */
@ApplicationScoped
public class CallLog {

    private static final TypeReference<Map<String, String>> INPUT = new TypeReference<>() {};

    private final Sql sql;
    private final ObjectMapper json;

    public CallLog(Sql sql, ObjectMapper json) {
        this.sql = sql;
        this.json = json;
    }

    /** The call with what was told before and what is told now; earlier words stand. */
    public Call noted(Call call) {
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
                        returning *
                        """,
                        this::call,
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

    /** A call and whether this was the first request for a person in it. */
    public record ZeroedOut(Call call, boolean first) {}

    /** Notes the request for a person, once; 409 when the call ended before it. */
    @Transactional
    public ZeroedOut zeroOut(Call call) {
        var known = noted(call);
        if (known.isLost()) {
            throw ProblemException.conflict(
                    "call-ended", "The call %s has ended; nobody is left to connect.".formatted(call.callId()));
        }
        if (known.isTriggered()) {
            return new ZeroedOut(known, false);
        }
        return new ZeroedOut(trigger(call), true);
    }

    /** Notes the end of the call, once; without a request for a person before, the end itself is the contact. */
    @Transactional
    public Call hangUp(Call call, Instant at) {
        var known = noted(call);
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
                        update phone_call set trigger = ?, triggered_at = ?, menu_path = ?, collected = ?::jsonb
                        where contact_id = ? returning *
                        """,
                        this::call,
                        call.trigger(),
                        call.triggeredAt(),
                        call.menuPath().toArray(String[]::new),
                        written(call.collected()),
                        call.contactId())
                .orElseThrow();
    }

    public void published(UUID contactId, Instant at) {
        sql.update("update phone_call set published_at = ? where contact_id = ?", at, contactId);
    }

    /** Keeps the full answer to the zero-out for its repeats. */
    public void answered(UUID contactId, String answer) {
        sql.update(
                "update phone_call set answer = ?::jsonb where contact_id = ? and answer is null", answer, contactId);
    }

    /** Contacts the broker should have had by now and has not, oldest first. */
    public List<Call> unpublishedSince(Instant before) {
        return sql.query("""
                select * from phone_call where trigger is not null and published_at is null and triggered_at < ?
                order by triggered_at limit 100
                """, this::call, before);
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
                read(row.getString("collected")),
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

    private String written(Map<String, String> input) {
        try {
            return json.writeValueAsString(input);
        } catch (JsonProcessingException e) {
            throw new IllegalStateException(e);
        }
    }

    private Map<String, String> read(String input) {
        try {
            return json.readValue(input, INPUT);
        } catch (JsonProcessingException e) {
            throw new IllegalStateException(e);
        }
    }
}
