package io.carryon.ticketing.agents;

/** What an agent says of themselves, spelled as on the wire. */
public enum AgentStatus {
    /** Can be offered calls. */
    available,
    /** Not at the desk. */
    away,
    /** At the desk and not to be rung. */
    busy
}
