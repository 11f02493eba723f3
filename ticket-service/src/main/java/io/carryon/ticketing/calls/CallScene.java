package io.carryon.ticketing.calls;

import io.carryon.ticketing.agents.AgentDesk;
import io.carryon.ticketing.callbacks.CallbackBook;
import io.carryon.ticketing.ticket.CallEvent.CallAgent;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.function.Predicate;

/**
 * What a batch of the phone's words finds, read at once.
 *
 * @param desks of the staff who are named, who was seen last first
 * @param hidden the queues that some of them may not see
 * @param callbacks of the tickets; null when nobody speaks of any
 */
record CallScene(List<AgentDesk> desks, Map<String, Set<String>> hidden, CallbackBook callbacks, AgentMoves moves) {

    /**
     * By id or else by extension, as staff told. An id that nobody told of is a name of the telephone system's: it is
     * shown, and owns nothing.
     */
    CallAgent who(CallChanged.Agent told) {
        var named = told == null ? CallChanged.Agent.NOBODY_KNOWN : told;
        var known = first(desk -> desk.id().equals(named.id()))
                .or(() -> first(
                        desk -> named.extension() != null && named.extension().equals(desk.extension())));
        return new CallAgent(
                known.map(AgentDesk::id).orElse(null),
                named.extension() == null ? known.map(AgentDesk::extension).orElse(null) : named.extension(),
                named.name() == null ? known.map(AgentDesk::name).orElse(named.id()) : named.name());
    }

    /** Whether a ticket of the queue may become somebody's who answered; nobody known sees none. */
    boolean maySee(String agentId, String queue) {
        return agentId != null && !hidden.getOrDefault(agentId, Set.of()).contains(queue);
    }

    private Optional<AgentDesk> first(Predicate<AgentDesk> wanted) {
        return desks.stream().filter(wanted).findFirst();
    }
}
