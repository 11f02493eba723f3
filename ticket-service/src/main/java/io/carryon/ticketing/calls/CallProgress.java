package io.carryon.ticketing.calls;

import io.carryon.ticketing.agents.AgentDesk;
import io.carryon.ticketing.agents.Agents;
import io.carryon.ticketing.callbacks.CallbackRequests;
import io.carryon.ticketing.ticket.Actor;
import io.carryon.ticketing.ticket.Ticket;
import io.carryon.ticketing.ticket.TicketEvent;
import jakarta.enterprise.context.ApplicationScoped;
import java.time.Clock;
import java.util.Optional;

/** Does to a call, its ticket and its agent what the phone tells, in the caller's transaction. */
@ApplicationScoped
class CallProgress {

    /** What may be the subject of a token, and with it the owner of a ticket. */
    private static final String SUBJECT = "[^\\s\\p{Cntrl}]{1,100}";

    private final Agents agents;
    private final CallbackRequests callbacks;
    private final Clock clock;

    CallProgress(Agents agents, CallbackRequests callbacks, Clock clock) {
        this.agents = agents;
        this.callbacks = callbacks;
        this.clock = clock;
    }

    /** What happened is left with the ticket, for its log. A callback has an order of its own. */
    void follow(Call call, Ticket ticket, CallChanged change) {
        if (change.isCallback()) {
            callbacks.follow(ticket, change.wish(), call.wasAnswered());
        } else if (call.isTold(change)) {
            apply(call, ticket, change);
        }
    }

    private void apply(Call call, Ticket ticket, CallChanged change) {
        switch (change.change()) {
            case "waiting" -> call.waits(change.queue());
            case "answered" -> answered(call, ticket, change);
            case "held" -> call.held(change.reason(), change.until());
            case "resumed" -> call.resumed();
            case "transferred" -> transferred(call, ticket, change);
            case "ended" -> ended(call, ticket, change);
            default -> {}
        }
    }

    private void answered(Call call, Ticket ticket, CallChanged change) {
        var agent = who(change.agent());
        call.answered(agent, change.at(), change.waitSec());
        agents.free(call.contactId(), change.at());
        if (agent.id() != null && !call.state().isOver()) {
            agents.answered(agent.id(), call.contactId(), change.at());
        }
        var event = new TicketEvent.CallAnswered(call.contactId(), agent, call.waitSec());
        var by = agent.id() == null ? Actor.SYSTEM : Actor.staff(agent.id(), agent.name());
        ticket.answered(event, by, clock.instant());
        callbacks.reachedSomebody(ticket);
    }

    private void transferred(Call call, Ticket ticket, CallChanged change) {
        call.transferred(change.to());
        agents.free(call.contactId(), change.at());
        ticket.reported(new TicketEvent.CallTransferred(call.contactId(), change.to()), Actor.SYSTEM, clock.instant());
    }

    private void ended(Call call, Ticket ticket, CallChanged change) {
        if (!call.wasAnswered() && change.agent() != null) {
            answered(call, ticket, change);
        }
        call.ended(change);
        agents.free(call.contactId(), change.at());
        ticket.reported(call.end(), Actor.SYSTEM, clock.instant());
    }

    /** By id or by extension as staff told; an id that nobody told of is taken at its word. */
    private TicketEvent.CallAgent who(CallChanged.Agent told) {
        var named = told == null ? CallChanged.Agent.NOBODY_KNOWN : told;
        var known = named.id() == null && named.extension() == null
                ? Optional.<AgentDesk>empty()
                : agents.find(named.id(), named.extension());
        var subject = named.id() != null && named.id().matches(SUBJECT) ? named.id() : null;
        return new TicketEvent.CallAgent(
                known.map(AgentDesk::id).orElse(subject),
                named.extension() == null ? known.map(AgentDesk::extension).orElse(null) : named.extension(),
                named.name() == null ? known.map(AgentDesk::name).orElse(null) : named.name());
    }
}
