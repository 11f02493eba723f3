package io.carryon.ticketing.inbox;

import static io.carryon.ticketing.storage.ManyRows.column;

import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.databind.ObjectMapper;
import io.carryon.ticketing.inbox.EventDoor.Arrived;
import io.carryon.ticketing.storage.ManyRows;
import io.carryon.ticketing.storage.Sql;
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

/**
 * What was told of contacts that are not here yet, in the caller's transaction: rows of a table of its own with contact_id,
 * revision, data, correlation, kept_at, attempts and buried_at.
 */
public final class EarlyEvents<T extends EarlyEvents.AboutContact<T>> {

    private static final String HERE = """
            select c.contact_id from %s c
            where c.buried_at is null
              and exists (select 1 from ticketing.entry e where e.contact_id = c.contact_id)
            group by c.contact_id order by max(c.attempts), min(c.kept_at) limit ?""";

    private static final String HARD = """
            update %s
            set attempts = attempts + 1, buried_at = case when attempts + 1 >= ? then ?::timestamptz end
            where contact_id = ? and buried_at is null returning revision, buried_at is not null""";

    private static final String TAKE =
            "delete from %s where contact_id = any(?) and buried_at is null returning data, correlation";

    private static final String FORGET = """
            delete from %1$s where ctid in (
                select ctid from %1$s where kept_at < ?1 order by kept_at limit ?2 for update skip locked)""";

    private static final String ERASE = "delete from %s where contact_id = any(?)";

    private static final String ERASED = "select contact_id from ticketing.erased_contact where contact_id = any(?)";

    /** An event about a contact. */
    public interface AboutContact<T> {

        UUID contactId();

        /** Its place among those of the contact. */
        long place();

        /** The same without what names or describes the customer. */
        T withoutPerson();
    }

    private record Kept<T extends AboutContact<T>>(T event, String json, String correlation, Instant at) {}

    private final DataSource database;
    private final Sql sql;
    private final ObjectMapper json;
    private final Clock clock;
    private final String table;
    private final Class<T> type;
    private final ManyRows<Kept<T>> rows;

    /** Events of a type in a table, named with its schema. */
    public EarlyEvents(DataSource database, ObjectMapper json, Clock clock, String table, Class<T> type) {
        this.database = database;
        this.sql = new Sql(database);
        this.json = json;
        this.clock = clock;
        this.table = table;
        this.type = type;
        this.rows = new ManyRows<Kept<T>>(
                        table,
                        column("contact_id", "uuid", kept -> kept.event().contactId()),
                        column("revision", "bigint", kept -> kept.event().place()),
                        column("data", "json", Kept::json),
                        column("correlation", "text", Kept::correlation),
                        column("kept_at", "timestamptz", Kept::at))
                .unlessThere();
    }

    /** Keeps them, without what describes customers who are to be forgotten. */
    public void keep(List<Arrived<T>> told) {
        if (told.isEmpty()) {
            return;
        }
        var now = clock.instant();
        var contacts =
                told.stream().map(event -> event.data().contactId()).distinct().toList();
        var erased = Set.copyOf(sql.list(ERASED, Sql.ID, contacts));
        rows.insert(
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

    /** What was kept of the contacts, in the order it happened; it is kept no longer. */
    public List<Arrived<T>> take(Collection<UUID> contacts) {
        return sql.list(TAKE.formatted(table), this::read, contacts).stream()
                .sorted(Comparator.comparing(kept -> kept.data().place()))
                .toList();
    }

    public void erase(Collection<UUID> contacts) {
        sql.update(ERASE.formatted(table), contacts);
    }

    /** Contacts that have come after they were told of, those first with which nothing went wrong yet. */
    List<UUID> whoseContactIsHere(int limit) {
        return sql.list(HERE.formatted(table), Sql.ID, limit);
    }

    /**
     * What was told of the contact could not be done. After so many attempts it is buried: it stays a week for an operator,
     * who lets it be tried again by emptying {@code buried_at}. Returns the places of those that were buried.
     */
    List<Long> isHard(UUID contactId, int attempts) {
        return sql
                .list(
                        HARD.formatted(table),
                        row -> row.getBoolean(2) ? row.getLong(1) : null,
                        attempts,
                        clock.instant(),
                        contactId)
                .stream()
                .filter(Objects::nonNull)
                .toList();
    }

    /** For {@link Sweep#repeat}: forgets what was kept before a time. */
    String forgetting() {
        return FORGET.formatted(table);
    }

    String table() {
        return table;
    }

    private Kept<T> kept(T event, String correlation, Instant at) {
        return new Kept<>(event, written(event), correlation, at);
    }

    private Arrived<T> read(ResultSet row) throws SQLException {
        try {
            return new Arrived<>(null, row.getString(2), json.readValue(row.getString(1), type));
        } catch (JsonProcessingException e) {
            throw new IllegalStateException("An event that was kept cannot be read", e);
        }
    }

    private String written(T event) {
        try {
            return json.writeValueAsString(event);
        } catch (JsonProcessingException e) {
            throw new IllegalStateException("Our own record cannot be written as JSON", e);
        }
    }
}
