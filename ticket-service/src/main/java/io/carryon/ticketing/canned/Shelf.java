package io.carryon.ticketing.canned;

import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.databind.DeserializationFeature;
import com.fasterxml.jackson.databind.ObjectMapper;
import io.carryon.ticketing.problem.ProblemException;
import io.carryon.ticketing.problem.Revision;
import io.carryon.ticketing.settings.SettingsTrail;
import io.carryon.ticketing.storage.Sql;
import java.util.List;
import java.util.Optional;
import java.util.regex.Pattern;
import javax.sql.DataSource;

/** What staff keep ready under names, of one kind: 500 at most, in the caller's transaction. Changes are in the audit. */
final class Shelf<T> {

    /** What a name may be made of. */
    static final String NAMES = "must be lower case letters, digits and hyphens, 64 at most";

    private static final Pattern NAME = Pattern.compile("[a-z0-9][a-z0-9-]{0,63}");
    private static final int MOST = 500;

    private static final String ALL =
            "select name, content, revision from ticketing.canned_text where kind = ? order by name limit ?";

    private static final String ONE =
            "select name, content, revision from ticketing.canned_text where kind = ? and name = ?";

    private static final String TAKE_TURNS = "select pg_advisory_xact_lock(hashtextextended('canned', 0))";

    private static final String STORE = """
            insert into ticketing.canned_text (kind, name, content, revision) values (?, ?, ?::json, ?)
            on conflict (kind, name) do update set content = excluded.content, revision = excluded.revision""";

    private static final String REMOVE = "delete from ticketing.canned_text where kind = ? and name = ?";

    /** Something kept under a name; the revision counts its changes. */
    record Kept<T>(String name, T content, int revision) {}

    private final String kind;
    private final Class<T> type;
    private final SettingsTrail trail;
    private final ObjectMapper json;
    private final Sql sql;

    /** {@code kind} in lower case, as people call one of them. */
    Shelf(String kind, Class<T> type, SettingsTrail trail, ObjectMapper json, DataSource database) {
        this.kind = kind;
        this.type = type;
        this.trail = trail;
        // What a later version has stored is read as far as it is known.
        this.json = json.copy().disable(DeserializationFeature.FAIL_ON_UNKNOWN_PROPERTIES);
        this.sql = new Sql(database);
    }

    /** All of them by name. */
    List<Kept<T>> all() {
        return sql.list(ALL, row -> read(row.getString(1), row.getString(2), row.getInt(3)), kind, MOST);
    }

    /** One of them, 404 when there is none. */
    Kept<T> one(String name) {
        return find(name).orElseThrow(() -> ProblemException.notFound("There is no %s %s.".formatted(kind, name)));
    }

    Optional<Kept<T>> find(String name) {
        return sql.first(ONE, row -> read(row.getString(1), row.getString(2), row.getInt(3)), kind, name);
    }

    /** Keeps it under a new name, or in the place of what is there, on the revision that was seen. */
    Kept<T> put(String name, String ifMatch, T content) {
        if (!NAME.matcher(name).matches()) {
            throw ProblemException.invalid("name", NAMES);
        }
        takeTurns();
        var before = find(name);
        before.ifPresent(kept -> Revision.require(ifMatch, kind, kept.revision()));
        if (before.isEmpty() && all().size() == MOST) {
            throw ProblemException.conflict(
                    "too-many", "There are %d of them, and no more are kept; delete one first.".formatted(MOST));
        }
        var after = new Kept<>(name, content, before.map(Kept::revision).orElse(0) + 1);
        sql.update(STORE, kind, name, written(content), after.revision());
        trail.changed(kind, name, before.map(Kept::content).orElse(null), content);
        return after;
    }

    void remove(String name, String ifMatch) {
        takeTurns();
        var before = one(name);
        Revision.require(ifMatch, kind, before.revision());
        sql.update(REMOVE, kind, name);
        trail.changed(kind, name, before.content(), null);
    }

    /** Who changes one waits for whoever else does: macros name templates. */
    void takeTurns() {
        sql.list(TAKE_TURNS, row -> true);
    }

    private Kept<T> read(String name, String stored, int revision) {
        try {
            return new Kept<>(name, json.readValue(stored, type), revision);
        } catch (JsonProcessingException e) {
            throw new IllegalStateException("A stored %s cannot be read".formatted(kind), e);
        }
    }

    private String written(T content) {
        try {
            return json.writeValueAsString(content);
        } catch (JsonProcessingException e) {
            throw new IllegalStateException("Our own record cannot be written as JSON", e);
        }
    }
}
