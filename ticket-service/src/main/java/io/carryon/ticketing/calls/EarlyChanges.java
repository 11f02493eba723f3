package io.carryon.ticketing.calls;

import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.databind.ObjectMapper;
import io.carryon.ticketing.inbox.EventDoor.Arrived;
import io.carryon.ticketing.storage.Sql;
import jakarta.enterprise.context.ApplicationScoped;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.Clock;
import java.util.Collection;
import java.util.Comparator;
import java.util.List;
import java.util.UUID;
import javax.sql.DataSource;

/** What the phone told of contacts that are not here yet, in the caller's transaction. */
@ApplicationScoped
class EarlyChanges {

    private static final String KEEP = """
            insert into ticketing.call_change (contact_id, revision, data, correlation, kept_at)
            values (?, ?, ?::json, ?, ?) on conflict do nothing""";

    private static final String HERE = """
            select distinct c.contact_id from ticketing.call_change c
            where exists (select 1 from ticketing.entry e where e.contact_id = c.contact_id) limit ?""";

    private static final String TAKE =
            "delete from ticketing.call_change where contact_id = any(?) returning data, correlation";

    private static final String ERASE = "delete from ticketing.call_change where contact_id = any(?)";

    private final Sql sql;
    private final ObjectMapper json;
    private final Clock clock;

    EarlyChanges(DataSource database, ObjectMapper json, Clock clock) {
        this.sql = new Sql(database);
        this.json = json;
        this.clock = clock;
    }

    void keep(Arrived<CallChanged> event) {
        var change = event.data();
        sql.update(KEEP, change.contactId(), change.revision(), written(change), event.correlation(), clock.instant());
    }

    /** Contacts that have come after the phone had told of them. */
    List<UUID> whoseContactIsHere(int limit) {
        return sql.list(HERE, Sql.ID, limit);
    }

    /** What was kept of the contacts, in the order it happened; it is kept no longer. */
    List<Arrived<CallChanged>> take(Collection<UUID> contacts) {
        return sql.list(TAKE, this::read, contacts).stream()
                .sorted(Comparator.comparing(kept -> kept.data().revision()))
                .toList();
    }

    void erase(Collection<UUID> contacts) {
        sql.update(ERASE, contacts);
    }

    private Arrived<CallChanged> read(ResultSet row) throws SQLException {
        try {
            return new Arrived<>(null, row.getString(2), json.readValue(row.getString(1), CallChanged.class));
        } catch (JsonProcessingException e) {
            throw new IllegalStateException("A change that was kept cannot be read", e);
        }
    }

    private String written(CallChanged change) {
        try {
            return json.writeValueAsString(change);
        } catch (JsonProcessingException e) {
            throw new IllegalStateException("Our own record cannot be written as JSON", e);
        }
    }
}
