package io.carryon.gateway.chat.status;

import com.fasterxml.jackson.annotation.JsonInclude;
import com.fasterxml.jackson.annotation.JsonProperty;
import java.time.Instant;
import org.eclipse.microprofile.openapi.annotations.media.Schema;

/** Where a chat stands, for its visitor; what is not known is left out. */
@JsonInclude(JsonInclude.Include.NON_NULL)
public record ChatStatus(
        @Schema(
                description =
                        "new: nothing was written; waiting: the visitor waits for an answer; open: support answered"
                                + " last; resolved: nothing is to be done any more; ended: the visitor left")
        State state,

        @Schema(description = "While waiting: place in the line, 1 is next", examples = "2")
        Integer position,

        @Schema(description = "Who of support has it", examples = "Anna Weber")
        String agentName,

        @Schema(description = "Whether somebody is there to answer")
        Agents agents,

        @Schema(examples = "We look into it and write to you.")
        String nextStep,

        @Schema(description = "What nextStep says, for who has other words for it", examples = "FIRST_RESPONSE")
        String nextStepCode,

        @Schema(description = "By when the visitor hears from us")
        Instant nextUpdateBy,

        @Schema(examples = "1004273") String ticketNumber) {

    /** What the visitor can expect. */
    @Schema(name = "ChatState")
    public enum State {
        @JsonProperty("new")
        NEW,
        @JsonProperty("waiting")
        WAITING,
        @JsonProperty("open")
        OPEN,
        @JsonProperty("resolved")
        RESOLVED,
        @JsonProperty("ended")
        ENDED
    }

    /** Whether somebody of support is there. */
    @Schema(name = "ChatAgents")
    public enum Agents {
        @JsonProperty("online")
        ONLINE,
        @JsonProperty("offline")
        OFFLINE
    }
}
