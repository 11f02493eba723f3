package io.carryon.ticketing.agents;

import com.fasterxml.jackson.annotation.JsonInclude;
import java.time.Instant;
import java.util.List;
import java.util.UUID;
import org.eclipse.microprofile.openapi.annotations.media.Schema;

/** An agent as supervisors see them. */
@JsonInclude(JsonInclude.Include.NON_NULL)
@Schema(name = "Agent")
public record AgentView(
        @Schema(description = "Subject of their token", examples = "agent-1")
        String id,

        @Schema(examples = "Ann Agent") String name,
        @Schema(examples = "101") String extension,

        @Schema(examples = "sip:101@pbx.example.org") String sipUri,

        @Schema(examples = "[\"billing\"]") List<String> queues,

        @Schema(description = "What they said last", examples = "available")
        AgentStatus status,

        @Schema(description = "Whether they are there: without it, a status counts for nothing")
        boolean present,

        @Schema(description = "The contact they speak with; absent when with none")
        UUID onCall,

        Instant idleSince,
        Instant seenAt) {

    static AgentView of(AgentDesk desk, boolean present) {
        return new AgentView(
                desk.id(),
                desk.name(),
                desk.extension(),
                desk.sipUri(),
                desk.queues(),
                desk.status(),
                present,
                desk.onCall(),
                desk.idleSince(),
                desk.seenAt());
    }
}
