package io.carryon.ticketing.assignment;

import io.carryon.ticketing.ticket.Channel;
import java.util.Set;

/**
 * What an agent can be given of a queue just now.
 *
 * @param channels for which they have room
 * @param languages that they speak, the empty one of tickets for everybody among them
 */
record Giveable(String agentId, Set<Channel> channels, Set<String> languages) {

    Giveable {
        channels = Set.copyOf(channels);
        languages = Set.copyOf(languages);
    }
}
