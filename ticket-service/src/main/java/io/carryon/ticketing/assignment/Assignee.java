package io.carryon.ticketing.assignment;

import io.carryon.ticketing.routing.QueueRouting;
import io.carryon.ticketing.staff.AgentProfile;
import java.util.Set;

/**
 * An agent who may be given tickets.
 *
 * @param queues those they serve
 * @param load what their running tickets take of their capacity
 */
record Assignee(AgentProfile profile, Set<String> queues, int load) {

    Assignee {
        queues = Set.copyOf(queues);
    }

    String id() {
        return profile.agentId();
    }

    /** Whether the queue's tickets are theirs to take: they serve it, and can do what it asks for. */
    boolean serves(QueueRouting queue) {
        return queues.contains(queue.queue()) && profile.skills().containsAll(queue.skills());
    }

    /** Whether they speak a language, which may be empty for any. */
    boolean speaks(String language) {
        return language.isEmpty() || profile.languages().contains(language);
    }

    /** The same with more to do. */
    Assignee with(int weight) {
        return new Assignee(profile, queues, load + weight);
    }

    /** Whether they have room for something so heavy. */
    boolean hasRoomFor(int weight) {
        return load + weight <= profile.capacity();
    }
}
