package io.carryon.ticketing.calls;

import io.carryon.ticketing.agents.AgentCalls;
import java.time.Instant;
import java.util.SortedMap;
import java.util.TreeMap;
import java.util.UUID;

/** What a batch of the phone's words makes of staff: gathered in their order, carried out in the order of their ids. */
final class AgentMoves {

    private final SortedMap<UUID, Instant> free = new TreeMap<>();
    private final SortedMap<String, AgentCalls.OnCall> busy = new TreeMap<>();

    /** Nobody speaks with the contact any more. */
    void free(UUID contactId, Instant at) {
        free.merge(contactId, at, (one, other) -> one.isAfter(other) ? one : other);
        busy.replaceAll((id, call) -> contactId.equals(call.contactId()) ? call.over(at) : call);
    }

    /** The agent speaks with the contact, and with nobody else. */
    void answered(String agentId, UUID contactId, Instant at) {
        busy.put(agentId, new AgentCalls.OnCall(agentId, contactId, at));
    }

    /** Carries them out in the caller's transaction. */
    void carryOut(AgentCalls agents) {
        agents.follow(free, busy.values());
    }
}
