package io.carryon.ticketing.understanding;

import com.fasterxml.jackson.annotation.JsonInclude;
import io.carryon.ticketing.ticket.Actor;
import java.time.Instant;
import java.util.List;
import org.eclipse.microprofile.openapi.annotations.media.Schema;

/** How a customer's matter is understood. */
@JsonInclude(JsonInclude.Include.NON_NULL)
@Schema(name = "Understanding", description = "How the customer's matter is understood, and what they said to that.")
public record UnderstandingView(
        @Schema(description = "Counts from 1; the ETag", examples = "1")
        int version,

        Understanding.State state,

        @Schema(examples = "The invoice of May charges the device twice.")
        String problem,

        @Schema(description = "What the customer expects of us", examples = "A corrected invoice.")
        String expectation,

        @Schema(examples = "REFUND") DesiredOutcome desiredOutcome,
        By by,
        Instant at) {

    /** Who said so. */
    @JsonInclude(JsonInclude.Include.NON_NULL)
    @Schema(name = "UnderstandingBy")
    public record By(
            Actor.Kind kind, @Schema(examples = "agent-1") String id, String name) {}

    /** Versions, the last first. */
    @Schema(name = "UnderstandingPage")
    public record Page(
            List<UnderstandingView> items,

            @Schema(description = "Cursor of the next page, null on the last", nullable = true)
            String next,

            boolean hasMore) {}

    static UnderstandingView of(Understanding shown) {
        return new UnderstandingView(
                shown.version(),
                shown.state(),
                shown.problem(),
                shown.expectation(),
                shown.desiredOutcome(),
                new By(shown.by().kind(), shown.by().id(), shown.by().name()),
                shown.at());
    }
}
