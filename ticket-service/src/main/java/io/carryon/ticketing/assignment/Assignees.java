package io.carryon.ticketing.assignment;

import io.carryon.ticketing.access.Colleagues;
import io.carryon.ticketing.agents.AgentDesk;
import io.carryon.ticketing.agents.Agents;
import io.carryon.ticketing.agents.Availability;
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
    private final Availability availability;
    private final Colleagues colleagues;
    private final Teams teams;
    private final Profiles profiles;
    private final Workload workload;

    Assignees(
            DataSource database,
            Agents agents,
            Availability availability,
            Colleagues colleagues,
            Teams teams,
            Profiles profiles,
            Workload workload) {
        this.sql = new Sql(database);
        this.agents = agents;
        this.availability = availability;
        this.colleagues = colleagues;
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
        var served = served(told, agentId, teams.of(agentId)).collect(Collectors.toSet());
        return new Assignee(profiles.of(agentId), served, workload.of(agentId));
    }

    /** Whether the agent is there, and may see the queue; who is there stays so until the transaction ends. */
    boolean canBeGiven(String agentId, String queue) {
        return availability.holds(agentId) && colleagues.maySee(agentId, queue);
    }

    /** Who is there and can be given something of the queues they may see, idle longest first; by five statements. */
    List<Assignee> available() {
        var idle = availability.idle(MOST);
        var ids = idle.stream().map(AgentDesk::id).toList();
        var known = profiles.of(ids);
        var loads = workload.of(ids);
        var theirs = teams.with(ids);
        var hidden = colleagues.hidden(ids);
        return idle.stream()
                .map(desk -> {
                    var foreign = hidden.getOrDefault(desk.id(), Set.of());
                    var queues = served(desk.queues(), desk.id(), theirs)
                            .filter(queue -> !foreign.contains(queue))
                            .collect(Collectors.toSet());
                    return new Assignee(known.get(desk.id()), queues, loads.get(desk.id()));
                })
                .toList();
    }

    private static Stream<String> served(List<String> told, String agentId, List<Team> teams) {
        var ofTeams =
                teams.stream().filter(team -> team.members().contains(agentId)).flatMap(team -> team.queues().stream());
        return Stream.concat(told.stream(), ofTeams);
    }
}
