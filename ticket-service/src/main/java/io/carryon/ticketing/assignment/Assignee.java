package io.carryon.ticketing.assignment;

import io.carryon.ticketing.routing.QueueRouting;
import io.carryon.ticketing.staff.AgentProfile;
import io.carryon.ticketing.ticket.Channel;
import java.util.EnumSet;
import java.util.HashSet;
import java.util.Optional;
import java.util.Set;
import java.util.function.ToIntFunction;

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

    /** What of a queue's tickets they can be given, by the weights of channels; empty when it is nothing. */
    Optional<Giveable> giveable(QueueRouting queue, ToIntFunction<Channel> weights) {
        var channels = EnumSet.allOf(Channel.class);
        channels.removeIf(channel -> !hasRoomFor(weights.applyAsInt(channel)));
        if (channels.isEmpty() || !serves(queue)) {
            return Optional.empty();
        }
        var languages = new HashSet<>(profile.languages());
        languages.add("");
        return Optional.of(new Giveable(id(), channels, languages));
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
