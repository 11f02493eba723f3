package io.carryon.ticketing.calls;

import io.carryon.ticketing.access.Colleagues;
import io.carryon.ticketing.agents.AgentCalls;
import io.carryon.ticketing.agents.AgentDesk;
import io.carryon.ticketing.agents.Agents;
import io.carryon.ticketing.callbacks.CallbackRequests;
import io.carryon.ticketing.callbacks.CallbackWish;
import io.carryon.ticketing.ticket.Actor;
import io.carryon.ticketing.ticket.CallEvent;
import io.carryon.ticketing.ticket.Ticket;
import jakarta.enterprise.context.ApplicationScoped;
import java.time.Clock;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Set;
import java.util.UUID;
import java.util.function.Function;
import java.util.stream.Collectors;
import java.util.stream.Stream;

/** Does to a call, its ticket and its agent what the phone tells, in the caller's transaction. */
@ApplicationScoped
class CallProgress {

    private final Agents agents;
    private final AgentCalls agentCalls;
    private final Colleagues colleagues;
    private final CallbackRequests callbacks;
    private final Clock clock;

    CallProgress(Agents agents, AgentCalls agentCalls, Colleagues colleagues, CallbackRequests callbacks, Clock clock) {
        this.agents = agents;
        this.agentCalls = agentCalls;
        this.colleagues = colleagues;
        this.callbacks = callbacks;
        this.clock = clock;
    }

    /** Whom and what the changes are about; their tickets are locked. */
    CallScene scene(Map<UUID, Ticket> homes, List<CallChanged> changes) {
        var named = changes.stream()
                .map(CallChanged::agent)
                .filter(Objects::nonNull)
                .toList();
        var wishes = changes.stream()
                .filter(CallChanged::isCallback)
                .map(CallChanged::wish)
                .toList();
        var desks = agents.named(texts(named, CallChanged.Agent::id), texts(named, CallChanged.Agent::extension));
        return new CallScene(
                desks,
                hidden(desks),
                callbacks.book(
                        ids(changes.stream()
                                .map(change -> homes.get(change.contactId()).id())),
                        ids(wishes.stream().map(CallbackWish::callbackId))),
                new AgentMoves());
    }

    /**
     * What happened is left with the ticket, for its log, and with the scene. A callback has an order of its own, and its
     * contact may be no call: null then.
     */
    void follow(CallScene scene, Call call, Ticket ticket, CallChanged change) {
        if (change.isCallback()) {
            scene.callbacks().follow(ticket, change.wish(), call != null && call.wasAnswered());
        } else if (call.isTold(change)) {
            apply(scene, call, ticket, change);
        }
    }

    /** Carries out what the changes made of staff. */
    void leave(CallScene scene) {
        scene.moves().carryOut(agentCalls);
    }

    private void apply(CallScene scene, Call call, Ticket ticket, CallChanged change) {
        switch (change.change()) {
            case "waiting" -> call.waits(change.queue());
            case "answered" -> answered(scene, call, ticket, change);
            case "held" -> call.held(change.reason(), change.until());
            case "resumed" -> call.resumed();
            case "transferred" -> transferred(scene, call, ticket, change);
            case "ended" -> ended(scene, call, ticket, change);
            default -> {}
        }
    }

    private void answered(CallScene scene, Call call, Ticket ticket, CallChanged change) {
        var agent = scene.who(change.agent());
        call.answered(agent, change.at(), change.waitSec());
        scene.moves().free(call.contactId(), change.at());
        if (agent.id() != null && !call.state().isOver()) {
            scene.moves().answered(agent.id(), call.contactId(), change.at());
        }
        var event = new CallEvent.CallAnswered(call.contactId(), agent, call.waitSec());
        var by = agent.id() == null ? Actor.SYSTEM : Actor.staff(agent.id(), agent.name());
        ticket.answered(event, scene.maySee(agent.id(), ticket.state().queue()), by, clock.instant());
        scene.callbacks().reachedSomebody(ticket, change.at());
    }

    private void transferred(CallScene scene, Call call, Ticket ticket, CallChanged change) {
        call.transferred(change.to());
        scene.moves().free(call.contactId(), change.at());
        ticket.reported(new CallEvent.CallTransferred(call.contactId(), change.to()), Actor.SYSTEM, clock.instant());
    }

    private void ended(CallScene scene, Call call, Ticket ticket, CallChanged change) {
        if (!call.wasAnswered() && change.agent() != null) {
            answered(scene, call, ticket, change);
        }
        call.ended(change);
        scene.moves().free(call.contactId(), change.at());
        ticket.reported(call.end(), Actor.SYSTEM, clock.instant());
    }

    private Map<String, Set<String>> hidden(List<AgentDesk> desks) {
        return desks.isEmpty()
                ? Map.of()
                : colleagues.hidden(desks.stream().map(AgentDesk::id).toList());
    }

    private static Set<String> texts(List<CallChanged.Agent> agents, Function<CallChanged.Agent, String> part) {
        return agents.stream().map(part).filter(Objects::nonNull).collect(Collectors.toSet());
    }

    private static Set<UUID> ids(Stream<UUID> ids) {
        return ids.collect(Collectors.toSet());
    }
}
