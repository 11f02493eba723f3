package io.carryon.ticketing.staff;

import io.carryon.ticketing.storage.Sql;
import jakarta.enterprise.context.ApplicationScoped;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.Instant;
import java.util.Optional;
import javax.sql.DataSource;

/** When agents are out of office, in the caller's transaction. */
@ApplicationScoped
public class Absences {

    private static final String OF = "select * from ticketing.agent_absence where agent_id = ?";

    private static final String TAKE_TURNS = "select pg_advisory_xact_lock(hashtextextended('agent.absence ' || ?, 0))";

    private static final String STORE = """
            insert into ticketing.agent_absence (agent_id, from_at, until_at, substitute, note, revision, given_at)
            values (?, ?, ?, ?, ?, ?, ?)
            on conflict (agent_id) do update set from_at = excluded.from_at, until_at = excluded.until_at,
                substitute = excluded.substitute, note = excluded.note, revision = excluded.revision,
                given_at = excluded.given_at""";

    private static final String END = "delete from ticketing.agent_absence where agent_id = ?";

    // Whichever instance sees it first holds it, the others pass it over.
    private static final String BEGUN = """
            select * from ticketing.agent_absence where given_at is null and from_at <= ? and until_at > ?
            order by from_at, agent_id limit 1 for update skip locked""";

    private static final String GIVEN = "update ticketing.agent_absence set given_at = ? where agent_id = ?";

    private static final String IS_OUT = "select ticketing.out_of_office(?, ?)";

    private final Sql sql;

    Absences(DataSource database) {
        this.sql = new Sql(database);
    }

    /** What is known of an agent's absence: one that is to come, goes on, or is over. */
    public Optional<Absence> of(String agentId) {
        return sql.first(OF, Absences::read, agentId);
    }

    /** Whether an agent is out of office at an instant. */
    public boolean isOut(String agentId, Instant at) {
        return agentId != null
                && sql.first(IS_OUT, row -> row.getBoolean(1), agentId, at).orElse(false);
    }

    /** An absence that has begun and for which nothing was given away yet, locked. */
    public Optional<Absence> lockedThatBegan(Instant now) {
        return sql.first(BEGUN, Absences::read, now, now);
    }

    /** The agent's tickets were given away. */
    public void given(String agentId, Instant now) {
        sql.update(GIVEN, now, agentId);
    }

    /** The same as {@link #of}; who changes it waits for whoever else does. */
    Optional<Absence> locked(String agentId) {
        sql.list(TAKE_TURNS, row -> true, agentId);
        return of(agentId);
    }

    void store(Absence absence) {
        sql.update(
                STORE,
                absence.agentId(),
                absence.from(),
                absence.until(),
                absence.substitute(),
                absence.note(),
                absence.revision(),
                absence.givenAt());
    }

    void end(String agentId) {
        sql.update(END, agentId);
    }

    private static Absence read(ResultSet row) throws SQLException {
        return new Absence(
                row.getString("agent_id"),
                Sql.instant(row, "from_at"),
                Sql.instant(row, "until_at"),
                row.getString("substitute"),
                row.getString("note"),
                Sql.instant(row, "given_at"),
                row.getInt("revision"));
    }
}
