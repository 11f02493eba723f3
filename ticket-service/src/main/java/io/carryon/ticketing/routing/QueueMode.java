package io.carryon.ticketing.routing;

import org.eclipse.microprofile.openapi.annotations.media.Schema;

/** Whether agents take a queue's tickets or are given them, spelled as on the wire. */
@Schema(name = "QueueMode")
public enum QueueMode {
    /** Agents take the next one. */
    pull,
    /** Whoever is there and has room is given the next one. */
    push
}
