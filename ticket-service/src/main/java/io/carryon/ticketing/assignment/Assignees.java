package io.carryon.ticketing.assignment;

import io.carryon.ticketing.agents.AgentDesk;
import io.carryon.ticketing.agents.Agents;
import io.carryon.ticketing.staff.Profiles;
import io.carryon.ticketing.staff.Team;
import io.carryon.ticketing.staff.Teams;
import io.carryon.ticketing.staff.Workload;
import io.carryon.ticketing.storage.Sql;
import jakarta.enterprise.context.ApplicationScoped;
import java.util.List;
import java.util.Set;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import javax.sql.DataSource;

/** Agents with what they serve, can and have to do, in the caller's transaction. */
@ApplicationScoped
class Assignees {

    private static final int MOST = 1000;

    // What is given to one agent is given by one at a time, so that nobody gets more than they have room for.
    private static final String TAKE_TURNS = "select pg_advisory_xact_lock(hashtextextended('agent.load ' || ?, 0))";

    private final Sql sql;
    private final Agents agents;
    private final Teams teams;
    private final Profiles profiles;
    private final Workload workload;

    Assignees(DataSource database, Agents agents, Teams teams, Profiles profiles, Workload workload) {
        this.sql = new Sql(database);
        this.agents = agents;
        this.teams = teams;
        this.profiles = profiles;
        this.workload = workload;
    }

    /** The agent as they are, until the transaction ends: nobody else gives them anything meanwhile. */
    Assignee locked(String agentId) {
        sql.list(TAKE_TURNS, row -> true, agentId);
        var told = agents.desks(List.of(agentId)).stream()
                .flatMap(desk -> desk.queues().stream())
                .toList();
        return new Assignee(profiles.of(agentId), queues(told, agentId, teams.of(agentId)), workload.of(agentId));
    }

    /** Who is there and can be given something, idle longest first; by four statements. */
    List<Assignee> available() {
        var idle = agents.idle(MOST);
        var ids = idle.stream().map(AgentDesk::id).toList();
        var known = profiles.of(ids);
        var loads = workload.of(ids);
        var theirs = teams.with(ids);
        return idle.stream()
                .map(desk -> new Assignee(
                        known.get(desk.id()), queues(desk.queues(), desk.id(), theirs), loads.get(desk.id())))
                .toList();
    }

    private static Set<String> queues(List<String> told, String agentId, List<Team> teams) {
        var ofTeams =
                teams.stream().filter(team -> team.members().contains(agentId)).flatMap(team -> team.queues().stream());
        return Stream.concat(told.stream(), ofTeams).collect(Collectors.toSet());
    }
}
