package io.carryon.gateway.callback;

import io.carryon.gateway.storage.Sql;
import jakarta.enterprise.context.ApplicationScoped;
import java.time.Instant;
import java.util.Map;
import java.util.UUID;

/** Callbacks that ended where staff work: what a customer wishes afterwards is a new one. */
@ApplicationScoped
public class SettledCallbacks {

    private static final Map<String, Callback.State> ENDS = Map.of(
            "done", Callback.State.DONE,
            "failed", Callback.State.FAILED,
            "cancelled", Callback.State.CANCELLED,
            "withdrawn", Callback.State.WITHDRAWN);

    private final Sql sql;

    public SettledCallbacks(Sql sql) {
        this.sql = sql;
    }

    /**
     * Ends the callback, unless its customer asked for it again later, which staff will hear of and call. What is not an
     * end, or no callback of ours, changes nothing.
     */
    public void settle(UUID callbackId, String state, Instant since) {
        var end = ENDS.get(state);
        if (end != null) {
            sql.update("""
                    update callback set state = ?, changed_at = ?
                    where callback_id = ? and state in ('OFFERED', 'REQUESTED') and changed_at <= ?
                    """, end.name(), since, callbackId, since);
        }
    }
}
