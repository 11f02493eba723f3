package io.carryon.ticketing.deadletters;

import java.util.List;
import org.eclipse.microprofile.openapi.annotations.media.Schema;

/** A part of the list of dead letters. */
public record DeadLetterPage(
        List<DeadLetterView> items,

        @Schema(description = "Cursor of the next page, null on the last", nullable = true)
        String next,

        boolean hasMore) {}
