package io.carryon.ticketing.views;

import io.carryon.ticketing.problem.ProblemException;
import io.carryon.ticketing.search.TicketSort;
import io.carryon.ticketing.storage.Sql;
import jakarta.enterprise.context.ApplicationScoped;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.OffsetDateTime;
import java.util.List;
import java.util.Optional;
import java.util.UUID;
import javax.sql.DataSource;

/** The views there are; every method needs a transaction. */
@ApplicationScoped
class SavedViews {

    /** Of one person, and of all shared ones. */
    static final int MOST = 200;

    private static final String COLUMNS = "select id, owner, name, shared, query, sort, revision, changed_at"
            + " from ticketing.saved_view v where (v.owner = ? or v.shared)";

    private static final String TAKEN = """
            select 1 from ticketing.saved_view
            where lower(name) = lower(?) and shared = ? and (shared or owner = ?) and id <> ?""";

    private static final String COUNT =
            "select count(*) from ticketing.saved_view where shared = ? and (shared or owner = ?)";

    /** Two who make a view at once find each other's, and no more than there may be. */
    private static final String LOCK = "select pg_advisory_xact_lock(hashtextextended('saved views', 0))";

    private final Sql sql;

    SavedViews(DataSource database) {
        this.sql = new Sql(database);
    }

    /** What a person sees, oldest first, after one of them; null for the beginning. */
    List<SavedView> of(String person, UUID after, int limit) {
        return sql.list(
                COLUMNS + " and v.id > coalesce(?::uuid, '00000000-0000-0000-0000-000000000000') order by v.id limit ?",
                SavedViews::read,
                person,
                after,
                limit);
    }

    /** One that the person sees. */
    Optional<SavedView> one(UUID id, String person) {
        return sql.first(COLUMNS + " and v.id = ?", SavedViews::read, person, id);
    }

    /** The same, locked until the transaction ends. */
    Optional<SavedView> locked(UUID id, String person) {
        return sql.first(COLUMNS + " and v.id = ? for update", SavedViews::read, person, id);
    }

    /** Stores a view, new or changed; 409 for a name that is taken, or for too many. */
    void store(SavedView view) {
        sql.list(LOCK, row -> true);
        if (sql.first(TAKEN, row -> true, view.name(), view.shared(), view.owner(), view.id())
                .isPresent()) {
            throw ProblemException.conflict("name-taken", "There is a view \"%s\" already.".formatted(view.name()));
        }
        if (sql.update(
                        "update ticketing.saved_view set name = ?, shared = ?, query = ?, sort = ?, revision = ?,"
                                + " changed_at = ? where id = ?",
                        view.name(),
                        view.shared(),
                        view.query(),
                        view.sort().name(),
                        view.revision(),
                        view.changedAt(),
                        view.id())
                == 0) {
            insert(view);
        }
    }

    void delete(UUID id) {
        sql.update("delete from ticketing.saved_view where id = ?", id);
    }

    private void insert(SavedView view) {
        var present = sql.first(COUNT, row -> row.getInt(1), view.shared(), view.owner());
        if (present.orElse(0) >= MOST) {
            throw ProblemException.conflict("too-many-views", "There are %d; delete one first.".formatted(MOST));
        }
        sql.update(
                "insert into ticketing.saved_view (id, owner, name, shared, query, sort, revision, changed_at)"
                        + " values (?, ?, ?, ?, ?, ?, ?, ?)",
                view.id(),
                view.owner(),
                view.name(),
                view.shared(),
                view.query(),
                view.sort().name(),
                view.revision(),
                view.changedAt());
    }

    private static SavedView read(ResultSet row) throws SQLException {
        return new SavedView(
                row.getObject(1, UUID.class),
                row.getString(2),
                row.getString(3),
                row.getBoolean(4),
                row.getString(5),
                TicketSort.valueOf(row.getString(6)),
                row.getInt(7),
                row.getObject(8, OffsetDateTime.class).toInstant());
    }
}
