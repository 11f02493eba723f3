package io.carryon.ticketing.stream;

import io.carryon.ticketing.agents.AgentDesk;
import java.util.Optional;

/** A member of staff who listens; {@code desk} is empty for who has not told where they sit and what they serve. */
public record Viewer(String id, Optional<AgentDesk> desk) {

    /** Whether the queue's work is theirs. */
    public boolean serves(String queue) {
        return desk.filter(known -> known.serves(queue)).isPresent();
    }

    /** Whether they sit at the extension. */
    public boolean sitsAt(String extension) {
        return extension != null
                && desk.filter(known -> extension.equals(known.extension())).isPresent();
    }
}
