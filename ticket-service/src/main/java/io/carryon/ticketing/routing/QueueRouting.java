package io.carryon.ticketing.routing;

import com.fasterxml.jackson.annotation.JsonInclude;
import java.util.List;
import org.eclipse.microprofile.openapi.annotations.media.Schema;

/** How a queue's tickets find their agents. */
public record QueueRouting(
        @Schema(examples = "billing") String queue,

        QueueMode mode,

        @Schema(description = "What an agent must be able to do to get its tickets", examples = "[\"refunds\"]")
        List<String> skills,

        @JsonInclude(JsonInclude.Include.NON_NULL)
        @Schema(
                description =
                        "The business calendar (/v1/calendars) outside which nobody is given its tickets; absent when"
                                + " there is none",
                examples = "default")
        String calendar,

        @Schema(description = "Counts the changes, 0 is the service's setting; the ETag", examples = "0")
        int revision) {

    public QueueRouting {
        skills = List.copyOf(skills);
    }

    /** What holds for a queue of which nothing was said: its tickets are for everybody who serves it. */
    static QueueRouting unspoken(String queue) {
        return new QueueRouting(queue, QueueMode.pull, List.of(), null, 0);
    }
}
