package io.carryon.ticketing.search;

import com.fasterxml.jackson.annotation.JsonInclude;
import java.util.List;
import org.eclipse.microprofile.openapi.annotations.media.Schema;

/** A part of a list of tickets. */
public record TicketPage(
        List<TicketSummary> items,

        @Schema(description = "Cursor of the next page, null on the last", nullable = true)
        String next,

        boolean hasMore,

        @JsonInclude(JsonInclude.Include.NON_NULL) @Schema(description = "When it was asked for")
        TicketTotal total) {}
