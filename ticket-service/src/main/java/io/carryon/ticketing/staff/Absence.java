package io.carryon.ticketing.staff;

import com.fasterxml.jackson.annotation.JsonInclude;
import java.time.Instant;
import org.eclipse.microprofile.openapi.annotations.media.Schema;

/** When an agent is out of office. */
@JsonInclude(JsonInclude.Include.NON_NULL)
@Schema(name = "AgentAbsence")
public record Absence(
        @Schema(examples = "agent-1") String agentId,
        Instant from,
        Instant until,

        @Schema(description = "Who gets their tickets; without one, the queues do", examples = "agent-2")
        String substitute,

        @Schema(examples = "On holiday") String note,

        @Schema(description = "When their tickets were given away for it; absent until then")
        Instant givenAt,

        @Schema(description = "Counts the changes; the ETag", examples = "1")
        int revision) {

    boolean hasBegun(Instant now) {
        return !from.isAfter(now);
    }

    boolean isOver(Instant now) {
        return !until.isAfter(now);
    }
}
