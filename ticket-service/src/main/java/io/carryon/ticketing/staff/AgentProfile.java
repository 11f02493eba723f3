package io.carryon.ticketing.staff;

import java.util.List;

/**
 * What an agent can do, and how much at once.
 *
 * @param languages as primary subtags of BCP 47
 * @param capacity in the weights of channels
 * @param revision counts the changes; 0 for somebody of whom nothing was said
 */
public record AgentProfile(String agentId, List<String> skills, List<String> languages, int capacity, int revision) {

    public AgentProfile {
        skills = List.copyOf(skills);
        languages = List.copyOf(languages);
    }
}
