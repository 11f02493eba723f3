package io.carryon.ticketing.staff;

import io.carryon.ticketing.storage.Sql;
import jakarta.enterprise.context.ApplicationScoped;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.util.Collection;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import javax.sql.DataSource;

/** What is said of agents, in the caller's transaction. */
@ApplicationScoped
public class Profiles {

    private static final String OF = "select * from ticketing.agent_profile where agent_id = any(?)";

    // Also of somebody of whom nothing was said yet: two who begin at once do so one after the other.
    private static final String TAKE_TURNS = "select pg_advisory_xact_lock(hashtextextended('agent.profile ' || ?, 0))";

    private static final String STORE = """
            insert into ticketing.agent_profile (agent_id, skills, languages, capacity, revision) values (?, ?, ?, ?, ?)
            on conflict (agent_id) do update set skills = excluded.skills, languages = excluded.languages,
                capacity = excluded.capacity, revision = excluded.revision""";

    private final Sql sql;
    private final StaffConfig config;

    Profiles(DataSource database, StaffConfig config) {
        this.sql = new Sql(database);
        this.config = config;
    }

    /** The profile of each of the agents; who has none has the configured one. */
    public Map<String, AgentProfile> of(Collection<String> agentIds) {
        var profiles = new TreeMap<String, AgentProfile>();
        agentIds.forEach(id -> profiles.put(id, unspoken(id)));
        sql.list(OF, Profiles::read, (Object) agentIds.toArray(String[]::new))
                .forEach(profile -> profiles.put(profile.agentId(), profile));
        return profiles;
    }

    public AgentProfile of(String agentId) {
        return of(List.of(agentId)).get(agentId);
    }

    /** The same; who changes it waits for whoever else does. */
    AgentProfile locked(String agentId) {
        sql.list(TAKE_TURNS, row -> true, agentId);
        return of(agentId);
    }

    void store(AgentProfile profile) {
        sql.update(
                STORE,
                profile.agentId(),
                profile.skills().toArray(String[]::new),
                profile.languages().toArray(String[]::new),
                profile.capacity(),
                profile.revision());
    }

    private AgentProfile unspoken(String agentId) {
        return new AgentProfile(agentId, List.of(), config.languages(), config.capacity(), 0);
    }

    private static AgentProfile read(ResultSet row) throws SQLException {
        return new AgentProfile(
                row.getString("agent_id"),
                Sql.texts(row, "skills"),
                Sql.texts(row, "languages"),
                row.getInt("capacity"),
                row.getInt("revision"));
    }
}
