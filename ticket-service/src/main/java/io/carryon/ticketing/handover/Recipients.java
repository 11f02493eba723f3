package io.carryon.ticketing.handover;

import io.carryon.ticketing.access.Colleagues;
import io.carryon.ticketing.agents.Agents;
import io.carryon.ticketing.problem.ProblemException;
import io.carryon.ticketing.routing.RoutingConfig;
import io.carryon.ticketing.staff.Absences;
import io.carryon.ticketing.staff.Team;
import io.carryon.ticketing.staff.Teams;
import jakarta.enterprise.context.ApplicationScoped;
import java.time.Clock;
import java.util.List;

/** Who may accept what is offered. */
@ApplicationScoped
class Recipients {

    private final Agents agents;
    private final Teams teams;
    private final Absences absences;
    private final Colleagues colleagues;
    private final RoutingConfig routing;
    private final Clock clock;

    Recipients(
            Agents agents, Teams teams, Absences absences, Colleagues colleagues, RoutingConfig routing, Clock clock) {
        this.agents = agents;
        this.teams = teams;
        this.absences = absences;
        this.colleagues = colleagues;
        this.routing = routing;
        this.clock = clock;
    }

    /** Whom it goes to: nobody when that is a queue, or a team that is no more. */
    List<String> of(Handover.To to, String giver) {
        return switch (to.kind()) {
            case agent -> List.of(to.name());
            case team ->
                teams.named(to.name()).map(Team::members).orElse(List.of()).stream()
                        .filter(member -> !member.equals(giver))
                        .toList();
            case queue -> List.of();
        };
    }

    /** Those of them who may see a ticket of the queue, 400 when nobody could accept it. */
    List<String> required(Handover.To to, String giver, String queue) {
        var named = of(to, giver);
        var found = colleagues.whoMaySee(named, queue);
        switch (to.kind()) {
            case agent -> {
                refuseUnless(!to.name().equals(giver), "must be somebody else than the owner");
                refuseUnless(!agents.desks(named).isEmpty(), "must be an agent who has been here (PUT /v1/agents/me)");
                refuseUnless(!absences.isOut(to.name(), clock.instant()), "must be somebody who is not out of office");
                refuseUnless(!found.isEmpty(), "must be somebody who may see tickets of the queue " + queue);
            }
            case team -> {
                refuseUnless(!named.isEmpty(), "must be a team with somebody else than the owner");
                refuseUnless(
                        !found.isEmpty(), "must be a team with somebody who may see tickets of the queue " + queue);
            }
            case queue -> refuseUnless(routing.queues().contains(to.name()), "must be one of " + routing.queues());
        }
        return found;
    }

    private static void refuseUnless(boolean right, String remedy) {
        if (!right) {
            throw ProblemException.invalid("/to/name", remedy);
        }
    }
}
