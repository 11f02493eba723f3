package io.carryon.ticketing.reports;

import com.fasterxml.jackson.annotation.JsonInclude;
import java.time.LocalDate;
import java.util.List;
import org.eclipse.microprofile.openapi.annotations.media.Schema;

/** How often customers had to contact us again about the same issue, observed and not claimed. */
public record RepeatContactReport(
        @Schema(description = "First day of the first contacts, UTC", examples = "2026-06-01")
        LocalDate from,

        @Schema(description = "The day after the last, UTC", examples = "2026-07-01")
        LocalDate to,

        @Schema(description = "Days after an issue's first contact", examples = "7")
        int window,

        Grouping by,
        Group total,

        @Schema(description = "Largest first; empty for by=none")
        List<Group> groups,

        @Schema(description = "Whether there are more groups than are listed; the total counts them all")
        boolean hasMore) {

    /** What the issues are grouped by, as it was at their first contact. */
    public enum Grouping {
        /** Channel of the first contact. */
        channel,
        /** What the first contact was about, as recognition had it. */
        topic,
        /** Who of staff last replied or resolved before the second contact. */
        agent,
        /** Queue of the ticket when the first contact came. */
        queue,
        /** No groups, the total alone. */
        none
    }

    /** The figures of the issues of one group. */
    @JsonInclude(JsonInclude.Include.NON_NULL)
    @Schema(name = "RepeatContactGroup")
    public record Group(
            @Schema(description = "\"unknown\" for issues that have none; absent in the total", examples = "email")
            String key,

            @Schema(
                    description = "Issues whose window has ended, with a further contact in it, of all whose window "
                            + "has ended")
            Share repeat,

            @Schema(
                    description = "Issues whose window has ended without a further contact, of all whose window has "
                            + "ended: resolved with the first contact as the customer sees it")
            Share firstContactResolution,

            @Schema(
                    description = "Issues that staff resolved before any further contact, of all whose window has "
                            + "ended: resolved with the first contact as staff see it. Above firstContactResolution it is "
                            + "claimed too often")
            Share claimedResolution,

            @Schema(
                    description = "Of firstContactResolution, those that staff have not resolved either: the customer "
                            + "may have given up")
            long silent,

            @Schema(description = "Issues whose window has not ended: in none of the shares", examples = "12")
            long pending) {}

    /** A part of a whole, with both. */
    @JsonInclude(JsonInclude.Include.NON_NULL)
    @Schema(name = "Share")
    public record Share(
            @Schema(examples = "31") long numerator,
            @Schema(examples = "240") long denominator,

            @Schema(description = "numerator / denominator; absent without a denominator", examples = "0.1292")
            Double rate) {

        static Share of(long numerator, long denominator) {
            return new Share(
                    numerator,
                    denominator,
                    denominator == 0 ? null : Math.round(10_000d * numerator / denominator) / 10_000d);
        }
    }
}
