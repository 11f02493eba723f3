package io.carryon.ticketing.calls;

import static io.carryon.ticketing.storage.ManyRows.column;

import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.databind.ObjectMapper;
import io.carryon.ticketing.inbox.EventDoor.Arrived;
import io.carryon.ticketing.storage.ManyRows;
import io.carryon.ticketing.storage.Sql;
import jakarta.enterprise.context.ApplicationScoped;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.Clock;
import java.time.Instant;
import java.util.Collection;
import java.util.Comparator;
import java.util.List;
import java.util.Objects;
import java.util.Set;
import java.util.UUID;
import javax.sql.DataSource;

/** What the phone told of contacts that are not here yet, in the caller's transaction. */
@ApplicationScoped
class EarlyChanges {

    private static final ManyRows<Kept> ROWS = new ManyRows<Kept>(
                    "ticketing.call_change",
                    column("contact_id", "uuid", kept -> kept.change().contactId()),
                    column("revision", "integer", kept -> kept.change().revision()),
                    column("data", "json", Kept::json),
                    column("correlation", "text", Kept::correlation),
                    column("kept_at", "timestamptz", Kept::at))
            .unlessThere();

    private static final String HERE = """
            select c.contact_id from ticketing.call_change c
            where c.buried_at is null
              and exists (select 1 from ticketing.entry e where e.contact_id = c.contact_id)
            group by c.contact_id order by max(c.attempts), min(c.kept_at) limit ?""";

    private static final String HARD = """
            update ticketing.call_change
            set attempts = attempts + 1, buried_at = case when attempts + 1 >= ? then ?::timestamptz end
            where contact_id = ? and buried_at is null returning revision, buried_at is not null""";

    private static final String TAKE =
            "delete from ticketing.call_change where contact_id = any(?) and buried_at is null returning data, correlation";

    private static final String ERASED = "select contact_id from ticketing.erased_contact where contact_id = any(?)";

    private static final String ERASE = "delete from ticketing.call_change where contact_id = any(?)";

    private record Kept(CallChanged change, String json, String correlation, Instant at) {}

    private final DataSource database;
    private final Sql sql;
    private final ObjectMapper json;
    private final Clock clock;

    EarlyChanges(DataSource database, ObjectMapper json, Clock clock) {
        this.database = database;
        this.sql = new Sql(database);
        this.json = json;
        this.clock = clock;
    }

    void keep(List<Arrived<CallChanged>> told) {
        if (told.isEmpty()) {
            return;
        }
        var now = clock.instant();
        var erased = Set.copyOf(sql.list(ERASED, Sql.ID, CallFollowing.contacts(told)));
        ROWS.insert(
                database,
                told.stream()
                        .map(event -> kept(
                                erased.contains(event.data().contactId())
                                        ? event.data().withoutPerson()
                                        : event.data(),
                                event.correlation(),
                                now))
                        .toList());
    }

    private Kept kept(CallChanged change, String correlation, Instant at) {
        return new Kept(change, written(change), correlation, at);
    }

    /** Contacts that have come after the phone had told of them, those first with which nothing went wrong yet. */
    List<UUID> whoseContactIsHere(int limit) {
        return sql.list(HERE, Sql.ID, limit);
    }

    /**
     * What was told of the contact could not be done. After so many attempts it is buried: it stays a week for an operator,
     * who lets it be tried again by emptying {@code buried_at}. Returns the revisions that were buried.
     */
    List<Integer> isHard(UUID contactId, int attempts) {
        return sql
                .list(HARD, row -> row.getBoolean(2) ? row.getInt(1) : null, attempts, clock.instant(), contactId)
                .stream()
                .filter(Objects::nonNull)
                .toList();
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
