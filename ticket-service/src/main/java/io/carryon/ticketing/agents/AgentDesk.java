package io.carryon.ticketing.agents;

import java.time.Instant;
import java.util.List;
import java.util.UUID;

/**
 * An agent at work.
 *
 * @param id the subject of their token
 * @param roles of the token they told it with: what they may see while they are not signed in
 * @param extension where they can be rung, or null; nobody else has it
 * @param sipUri the same as an address, or null
 * @param idleSince since when they have had nothing to do
 * @param seenAt when they last told of themselves or held a stream open
 * @param onCall the contact they speak with, or null
 */
public record AgentDesk(
        String id,
        String name,
        List<String> roles,
        String extension,
        String sipUri,
        List<String> queues,
        AgentStatus status,
        Instant idleSince,
        Instant seenAt,
        UUID onCall) {

    public AgentDesk {
        roles = List.copyOf(roles);
        queues = List.copyOf(queues);
    }

    /** Whether the queue's calls are theirs to take. */
    public boolean serves(String queue) {
        return queue != null && queues.contains(queue);
    }
}
