package io.carryon.ticketing.reports;

import com.fasterxml.jackson.annotation.JsonInclude;
import io.carryon.ticketing.reports.RepeatContactReport.Share;
import java.time.LocalDate;
import java.util.List;
import org.eclipse.microprofile.openapi.annotations.media.Schema;

/** Who solved tickets whose customers had not been told before that they were heard. */
public record UnacknowledgedReport(
        @Schema(description = "First day of the solutions, UTC", examples = "2026-06-01")
        LocalDate from,

        @Schema(description = "The day after the last, UTC", examples = "2026-07-01")
        LocalDate to,

        @Schema(description = "Of everybody's solutions, on every page the same")
        Share total,

        @Schema(description = "Those with the most solutions without first, then by agent")
        List<OfAgent> items,

        @Schema(description = "Cursor of the next page, null on the last", nullable = true)
        String next,

        boolean hasMore) {

    /** The solutions of one agent. */
    @JsonInclude(JsonInclude.Include.NON_NULL)
    @Schema(name = "UnacknowledgedByAgent")
    public record OfAgent(
            @Schema(
                    description = "Subject of who solved the tickets; absent for those that no member of staff did",
                    examples = "agent-1")
            String agent,

            @Schema(description = "Solutions without an acknowledgement, of all solutions")
            Share unacknowledged) {}
}
