package io.carryon.ticketing.agents;

import io.carryon.ticketing.storage.Sql;
import jakarta.enterprise.context.ApplicationScoped;
import java.time.Instant;
import java.util.Collection;
import java.util.Map;
import java.util.Optional;
import java.util.UUID;
import java.util.function.Function;
import javax.sql.DataSource;

/** With whom agents speak; every method runs in the caller's transaction. */
@ApplicationScoped
public class AgentCalls {

    private static final String SPEAKING = """
            select id from ticketing.agent where on_call = ? order by on_call_since desc, id limit 1""";

    private static final String FREE = """
            update ticketing.agent a
            set on_call = null, on_call_since = null, idle_since = greatest(a.idle_since, over.at)
            from (select v1::uuid as contact_id, v2::timestamptz as at from unnest(?, ?) as row (v1, v2)) as over
            where a.on_call = over.contact_id""";

    private static final String ANSWER = """
            update ticketing.agent a
            set on_call = told.contact_id, on_call_since = told.since, seen_at = greatest(a.seen_at, told.since),
                idle_since = greatest(a.idle_since, told.over)
            from (select v1 as id, v2::uuid as contact_id, v3::timestamptz as since, v4::timestamptz as over
                from unnest(?, ?, ?, ?) as row (v1, v2, v3, v4)) as told
            where a.id = told.id""";

    private static final String LOCK_SPEAKING = """
            select id from ticketing.agent where id = any(?) or on_call = any(?)
            order by id for no key update""";

    /**
     * What is told of an agent's last call.
     *
     * @param contactId with whom they speak; null when that is over
     * @param since when they answered, null when that is over
     * @param over when it was over, or null
     */
    public record OnCall(String agentId, UUID contactId, Instant since, Instant over) {

        public OnCall(String agentId, UUID contactId, Instant since) {
            this(agentId, contactId, since, null);
        }

        /** The same, and it is over. */
        public OnCall over(Instant at) {
            return new OnCall(agentId, null, null, at);
        }
    }

    private final Sql sql;

    public AgentCalls(DataSource database) {
        this.sql = new Sql(database);
    }

    /** Who speaks with the caller of the contact now. */
    public Optional<String> speakingIn(UUID contactId) {
        return sql.first(SPEAKING, row -> row.getString(1), contactId);
    }

    /**
     * First nobody speaks any more with contacts that are free since a time, then agents speak with others. The agents
     * are locked in the order of their ids first, so that two batches never wait for each other: three statements at
     * most.
     */
    public void follow(Map<UUID, Instant> free, Collection<OnCall> calls) {
        if (free.isEmpty() && calls.isEmpty()) {
            return;
        }
        sql.list(LOCK_SPEAKING, row -> row.getString(1), texts(calls, OnCall::agentId), free.keySet());
        if (!free.isEmpty()) {
            sql.update(FREE, texts(free.keySet(), id -> id), texts(free.keySet(), free::get));
        }
        if (!calls.isEmpty()) {
            sql.update(
                    ANSWER,
                    texts(calls, OnCall::agentId),
                    texts(calls, OnCall::contactId),
                    texts(calls, OnCall::since),
                    texts(calls, OnCall::over));
        }
    }

    private static <T> String[] texts(Collection<T> values, Function<T, ?> part) {
        return values.stream()
                .map(part)
                .map(found -> found == null ? null : found.toString())
                .toArray(String[]::new);
    }
}
