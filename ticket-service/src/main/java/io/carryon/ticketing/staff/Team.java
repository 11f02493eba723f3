package io.carryon.ticketing.staff;

import java.util.List;
import org.eclipse.microprofile.openapi.annotations.media.Schema;

/** Agents who serve queues together. */
public record Team(
        @Schema(examples = "invoices") String name,

        @Schema(description = "Subjects of their tokens, in order", examples = "[\"agent-1\"]")
        List<String> members,

        @Schema(description = "The queues every member serves", examples = "[\"billing\"]")
        List<String> queues,

        @Schema(description = "Counts the changes; the ETag", examples = "1")
        int revision) {

    /** How many a team has at most. */
    public static final int MOST_MEMBERS = 200;

    public Team {
        members = List.copyOf(members);
        queues = List.copyOf(queues);
    }
}
