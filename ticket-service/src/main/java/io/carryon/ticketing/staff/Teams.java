package io.carryon.ticketing.staff;

import io.carryon.ticketing.storage.Sql;
import jakarta.enterprise.context.ApplicationScoped;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.util.Collection;
import java.util.List;
import java.util.Optional;
import javax.sql.DataSource;

/** All teams, in the caller's transaction. */
@ApplicationScoped
public class Teams {

    private static final String ALL = "select * from ticketing.team order by name limit ?";

    private static final String ONE = "select * from ticketing.team where name = ?";

    private static final String OF_AGENT = "select * from ticketing.team where members @> array[?::text] order by name";

    private static final String WITH = "select * from ticketing.team where members && ?";

    private static final String TAKE_TURNS = "select pg_advisory_xact_lock(hashtextextended('teams', 0))";

    private static final String STORE = """
            insert into ticketing.team (name, members, queues, revision) values (?, ?, ?, ?)
            on conflict (name) do update set members = excluded.members, queues = excluded.queues,
                revision = excluded.revision""";

    private final Sql sql;

    Teams(DataSource database) {
        this.sql = new Sql(database);
    }

    /** The first of them by name. */
    List<Team> all(int limit) {
        return sql.list(ALL, Teams::read, limit);
    }

    public Optional<Team> named(String name) {
        return sql.first(ONE, Teams::read, name);
    }

    /** The teams an agent is in. */
    public List<Team> of(String agentId) {
        return sql.list(OF_AGENT, Teams::read, agentId);
    }

    /** All teams that any of the agents is in. */
    public List<Team> with(Collection<String> agentIds) {
        return sql.list(WITH, Teams::read, (Object) agentIds.toArray(String[]::new));
    }

    /** Who changes a team waits for whoever else does. */
    void takeTurns() {
        sql.list(TAKE_TURNS, row -> true);
    }

    void store(Team team) {
        sql.update(
                STORE,
                team.name(),
                team.members().toArray(String[]::new),
                team.queues().toArray(String[]::new),
                team.revision());
    }

    private static Team read(ResultSet row) throws SQLException {
        return new Team(
                row.getString("name"), Sql.texts(row, "members"), Sql.texts(row, "queues"), row.getInt("revision"));
    }
}
