package io.carryon.ticketing.workflow;

import io.carryon.ticketing.storage.Sql;
import jakarta.enterprise.context.ApplicationScoped;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.util.List;
import java.util.Optional;
import javax.sql.DataSource;

/** The ways in which tickets end, in the caller's transaction. */
@ApplicationScoped
class Resolutions {

    private static final String ALL = "select * from ticketing.resolution_code order by name, code";

    private static final String ONE = "select * from ticketing.resolution_code where code = ?";

    private static final String LOCKED = ONE + " for update";

    private static final String STORE = """
            insert into ticketing.resolution_code (code, name, customer_name, active, revision)
            values (?, ?, ?::json, ?, ?)
            on conflict (code) do update set name = excluded.name, customer_name = excluded.customer_name,
                active = excluded.active, revision = excluded.revision""";

    private final Sql sql;
    private final Words words;

    Resolutions(DataSource database, Words words) {
        this.sql = new Sql(database);
        this.words = words;
    }

    List<ResolutionCode> all() {
        return sql.list(ALL, this::read);
    }

    Optional<ResolutionCode> one(String code) {
        return sql.first(ONE, this::read, code);
    }

    Optional<ResolutionCode> locked(String code) {
        return sql.first(LOCKED, this::read, code);
    }

    void store(ResolutionCode resolution) {
        sql.update(
                STORE,
                resolution.code(),
                resolution.name(),
                words.written(resolution.customerName()),
                resolution.active(),
                resolution.revision());
    }

    private ResolutionCode read(ResultSet row) throws SQLException {
        return new ResolutionCode(
                row.getString("code"),
                row.getString("name"),
                words.read(row.getString("customer_name")),
                row.getBoolean("active"),
                row.getInt("revision"));
    }
}
