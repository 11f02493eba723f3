package io.carryon.gateway.phone.course;

import io.carryon.gateway.phone.Agent;
import io.carryon.gateway.phone.Call;
import io.carryon.gateway.phone.CallLog;
import io.carryon.gateway.storage.JsonColumns;
import io.carryon.gateway.storage.Sql;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.transaction.Transactional;
import java.time.Instant;
import java.util.List;
import java.util.Map;

/** The people who answer calls: who did first, and who has it now. */
@ApplicationScoped
public class CallAnswers {

    private final CallLog calls;
    private final PersonRequests requests;
    private final CallEnds ends;
    private final CallChanges changes;
    private final JsonColumns json;
    private final Sql sql;

    public CallAnswers(
            CallLog calls, PersonRequests requests, CallEnds ends, CallChanges changes, JsonColumns json, Sql sql) {
        this.calls = calls;
        this.requests = requests;
        this.ends = ends;
        this.changes = changes;
        this.json = json;
        this.sql = sql;
    }

    /**
     * Notes who answered. The same person again changes nothing, and neither does who answered before the one that is
     * known. Told after the end, it tells how the call came out. A call of which nobody told before becomes a contact.
     */
    @Transactional
    public Call add(Call told, Agent agent, Instant at) {
        var noted = calls.noted(told).call();
        var known = noted.isTriggered() || noted.endedAt() != null
                ? noted
                : requests.trigger(noted, noted.triggered(Call.RINGING, at, List.of(), Map.of()));
        if (known.course().erased() || agent.equals(known.course().answeredBy())) {
            return known;
        }
        var changed = sql.first("""
                update phone_call set answered_by = ?::jsonb, agent_told_at = ?,
                    answered_at = coalesce(answered_at, least(?, ended_at))
                where contact_id = ? and (agent_told_at is null or agent_told_at <= ?) returning *
                """, calls::call, json.written(agent), at, at, known.contactId(), at);
        changed.ifPresent(call -> {
            changes.add(CallChanged.answered(call, agent, at, call.course().answeredAt()));
            ends.reconsider(call);
        });
        return changed.orElse(known);
    }
}
