package io.carryon.gateway.phone.ivr;

import io.carryon.gateway.phone.Agent;
import io.carryon.gateway.problem.ProblemException;
import jakarta.validation.constraints.Size;
import java.time.Instant;
import org.eclipse.microprofile.openapi.annotations.media.Schema;

/** Who answered a call: by id, by extension, or by both. */
@Schema(name = "IvrAgentForm", additionalProperties = Schema.False.class)
public record AgentForm(
        @Size(min = 1, max = 200)
        @Schema(examples = "anna.weber", description = "The subject of the person's own tokens.")
        String agentId,

        @Size(min = 1, max = 64) @Schema(examples = "204", description = "Of the telephone that answered.")
        String extension,

        @Size(min = 1, max = 200) @Schema(examples = "Anna Weber")
        String name,

        @Schema(examples = "2026-03-02T09:15:02Z") Instant at,

        @Size(max = 256) @Schema(examples = "+49301234567", description = "Needed when the call was not announced.")
        String from,

        @Size(max = 64) @Schema(examples = "+4930555010") String to) {

    Agent agent() {
        if (agentId == null && extension == null) {
            throw ProblemException.invalid("/agentId", "must name who answered, unless extension does");
        }
        return new Agent(agentId, extension, name);
    }
}
