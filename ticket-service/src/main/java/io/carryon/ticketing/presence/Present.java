package io.carryon.ticketing.presence;

import java.time.Instant;
import java.util.UUID;
import org.eclipse.microprofile.openapi.annotations.media.Schema;

/** Somebody on a ticket. */
@Schema(name = "PresentAgent")
public record Present(
        @Schema(hidden = true) @com.fasterxml.jackson.annotation.JsonIgnore
        UUID ticketId,

        @Schema(description = "Subject of their token", examples = "agent-2")
        String agentId,

        @Schema(examples = "Ben Agent") String name,
        @Schema(examples = "replying") State state,

        @Schema(description = "They are gone then, unless they say so again")
        Instant until) {

    /** What they do there, spelled as on the wire. */
    @Schema(name = "PresenceState")
    public enum State {
        /** Looks at it. */
        viewing,
        /** Writes an answer. */
        replying
    }
}
