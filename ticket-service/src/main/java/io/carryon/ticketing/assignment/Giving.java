package io.carryon.ticketing.assignment;

import io.carryon.ticketing.agents.Agents;
import io.carryon.ticketing.outbox.TicketLog;
import io.carryon.ticketing.routing.QueueRoutings;
import io.carryon.ticketing.staff.StaffConfig;
import io.carryon.ticketing.ticket.Actor;
import io.carryon.ticketing.ticket.AssignedBy;
import io.carryon.ticketing.ticket.Tickets;
import jakarta.enterprise.context.ApplicationScoped;
import java.time.Clock;
import java.util.List;
import java.util.UUID;

/** Makes agents the owners of tickets, in the caller's transaction. */
@ApplicationScoped
class Giving {

    private final WaitingTickets waiting;
    private final Assignees assignees;
    private final QueueRoutings routings;
    private final Tickets tickets;
    private final Agents agents;
    private final TicketLog log;
    private final StaffConfig config;
    private final Clock clock;

    Giving(
            WaitingTickets waiting,
            Assignees assignees,
            QueueRoutings routings,
            Tickets tickets,
            Agents agents,
            TicketLog log,
            StaffConfig config,
            Clock clock) {
        this.waiting = waiting;
        this.assignees = assignees;
        this.routings = routings;
        this.tickets = tickets;
        this.agents = agents;
        this.log = log;
        this.config = config;
        this.clock = clock;
    }

    /** Gives what was chosen, unless the ticket is taken, or the agent is gone or has no room for it any more. */
    void give(Router.Gift gift) {
        var ticket = gift.ticket();
        var agent = assignees.locked(gift.to().id());
        if (agent.serves(routings.all().get(ticket.queue()))
                && agent.hasRoomFor(config.weights().of(ticket.channel()))
                && assignees.canBeGiven(agent.id(), ticket.queue())) {
            waiting.lockFirst(List.of(ticket.id()), List.of(ticket.queue()))
                    .ifPresent(id -> own(id, agent.id(), gift.why(), Actor.SYSTEM));
        }
    }

    /** The agent owns a ticket that the caller has locked. */
    void own(UUID ticketId, String agentId, AssignedBy why, Actor by) {
        var ticket = tickets.locked(ticketId).orElseThrow();
        var now = clock.instant();
        ticket.assign(agentId, ticket.state().queue(), why, by, now);
        log.append(ticket);
        agents.occupy(agentId, now);
    }
}
