package io.carryon.ticketing.calls;

import com.fasterxml.jackson.databind.JsonNode;
import io.carryon.ticketing.callbacks.CallbackView;
import io.carryon.ticketing.callbacks.CallbackViews;
import io.carryon.ticketing.storage.Sql;
import jakarta.enterprise.context.ApplicationScoped;
import java.time.Clock;
import java.time.Instant;
import java.util.ArrayList;
import java.util.Collection;
import java.util.HashMap;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import javax.sql.DataSource;

/** Shows calls as they stand, in the caller's transaction. */
@ApplicationScoped
class CallViews {

    private static final String OF_CONTACTS = CallColumns.WHOLE + "where c.contact_id = any(?)";

    private static final String PAGE = CallColumns.SHORT + """
            where (?::text is null or c.state = ?) and (? or c.state <> 'waiting' or c.arrived_at > ?) and (?::text is null or c.queue = ?) and t.queue <> all(?)
              and (?::timestamptz is null or (c.arrived_at, c.contact_id) < (?, ?))
            order by c.arrived_at desc, c.contact_id desc limit ?""";

    /** The call's recordings and transcripts come as further entries of its contact. */
    private static final String LATER = """
            select e.* from unnest(?) as call (contact_id) cross join lateral (
                select e.contact_id, e.id, e.at, e.text, e.origin -> 'phone' -> 'recordings' as recordings,
                    e.origin -> 'phone' ->> 'transcript' = 'true' as transcript
                from ticketing.entry e
                where e.contact_id = call.contact_id and (e.origin -> 'phone' -> 'recordings' is not null
                    or e.origin -> 'phone' ->> 'transcript' = 'true')
                order by e.at, e.position limit 100) as e""";

    private final Sql sql;
    private final CallColumns columns;
    private final CallbackViews callbacks;
    private final CallConfig config;
    private final Clock clock;

    CallViews(DataSource database, CallColumns columns, CallbackViews callbacks, CallConfig config, Clock clock) {
        this.sql = new Sql(database);
        this.columns = columns;
        this.callbacks = callbacks;
        this.config = config;
        this.clock = clock;
    }

    /** The calls of contacts that are here, whole, by a number of statements that does not grow with them. */
    Map<UUID, CallView> of(Collection<UUID> contacts) {
        var recordings = new HashMap<UUID, List<JsonNode>>();
        var transcripts = new HashMap<UUID, List<CallView.Transcript>>();
        sql.list(
                LATER,
                row -> {
                    var contact = row.getObject(1, UUID.class);
                    var recorded = columns.node(row.getString("recordings"));
                    if (recorded != null) {
                        recorded.forEach(recordings.computeIfAbsent(contact, id -> new ArrayList<>())::add);
                    }
                    if (row.getBoolean("transcript")) {
                        transcripts
                                .computeIfAbsent(contact, id -> new ArrayList<>())
                                .add(new CallView.Transcript(
                                        row.getObject(2, UUID.class), Sql.instant(row, "at"), row.getString("text")));
                    }
                    return contact;
                },
                contacts);
        var promised = new HashMap<UUID, CallbackView>();
        callbacks.ofContacts(contacts).forEach(callback -> promised.putIfAbsent(callback.contactId(), callback));
        var views = new LinkedHashMap<UUID, CallView>();
        sql.list(OF_CONTACTS, columns::read, contacts).forEach(call -> {
            var id = call.contactId();
            views.put(id, call.with(recordings.get(id), transcripts.get(id), promised.get(id)));
        });
        return views;
    }

    /** The latest first, short; a filter, the mark's time or its id that is null does not count; {@code hidden} queues are left out. */
    List<CallView> page(CallState state, String queue, Instant markTime, UUID markId, String[] hidden, int limit) {
        var name = state == null ? null : state.name();
        // Somebody whose end was never told has hung up long ago.
        var longAgo = clock.instant().minus(config.longestWait());
        return sql.list(
                PAGE,
                columns::read,
                name,
                name,
                state != CallState.waiting,
                longAgo,
                queue,
                queue,
                hidden,
                markTime,
                markTime,
                markId,
                limit);
    }
}
