package io.carryon.ticketing.sla;

import com.fasterxml.jackson.annotation.JsonInclude;
import io.carryon.ticketing.ticket.ClockKind;
import java.time.LocalDate;
import java.util.List;
import org.eclipse.microprofile.openapi.annotations.media.Schema;

/** Whether customers got what they were told to expect, and who got it less than others. */
@Schema(name = "SlaReport")
public record SlaReport(
        @Schema(description = "First day of the due times, UTC", examples = "2026-06-01")
        LocalDate from,

        @Schema(description = "The day after the last, UTC", examples = "2026-07-01")
        LocalDate to,

        Grouping by,

        @Schema(description = "One row for each kind of wait, of all tickets")
        List<Row> total,

        @Schema(description = "The same for each group, those that lag first; empty for by=none")
        List<Row> groups,

        @Schema(description = "Whether there are more groups than are listed; the total counts them all")
        boolean hasMore) {

    /** What waits are grouped by. */
    @Schema(name = "SlaGrouping")
    public enum Grouping {
        /** Of the contact the wait began with. */
        channel,
        queue,
        priority,
        /** Of the customer when the wait began. */
        tier,
        policy,
        /** No groups, the total alone. */
        none
    }

    /** The figures of one kind of wait. */
    @JsonInclude(JsonInclude.Include.NON_NULL)
    @Schema(name = "SlaReportRow")
    public record Row(
            @Schema(description = "\"unknown\" for those that have none; absent in the total", examples = "email")
            String key,

            ClockKind kind,

            @Schema(description = "Answered or solved in time", examples = "212")
            long met,

            @Schema(description = "Too late", examples = "21")
            long missed,

            @Schema(description = "Due, and still waiting", examples = "3")
            long overdue,

            @Schema(
                    description = "Solved in time without the answer the customer waited for: in no share",
                    examples = "4")
            long withdrawn,

            @Schema(description = "met of met, missed and overdue; absent when there were none", examples = "0.8983")
            Double rate,

            @Schema(description = "Half of those that were answered or solved took no more seconds of business time")
            Long medianSec,

            @Schema(
                    description =
                            "Whether this group is served worse than all: its rate is at least 5 points lower, of 10 "
                                    + "waits at least. Always false in the total")
            boolean lags) {}
}
