package io.carryon.ticketing.routing;

import java.util.List;
import org.eclipse.microprofile.openapi.annotations.media.Schema;

/** How a queue's tickets find their agents. */
public record QueueRouting(
        @Schema(examples = "billing") String queue,

        @Schema(description = "What an agent must be able to do to get its tickets", examples = "[\"refunds\"]")
        List<String> skills,

        @Schema(description = "Counts the changes, 0 is the service's setting; the ETag", examples = "0")
        int revision) {

    public QueueRouting {
        skills = List.copyOf(skills);
    }

    /** What holds for a queue of which nothing was said: its tickets are for everybody who serves it. */
    static QueueRouting unspoken(String queue) {
        return new QueueRouting(queue, List.of(), 0);
    }
}
