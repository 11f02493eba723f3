package io.carryon.ticketing.search;

import java.util.List;
import org.eclipse.microprofile.openapi.annotations.media.Schema;

/** A part of a list of tickets. */
public record TicketPage(
        List<TicketSummary> items,

        @Schema(description = "Cursor of the next page, null on the last", nullable = true)
        String next,

        boolean hasMore) {}
