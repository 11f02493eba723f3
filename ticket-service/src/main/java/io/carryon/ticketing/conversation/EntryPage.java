package io.carryon.ticketing.conversation;

import java.util.List;
import org.eclipse.microprofile.openapi.annotations.media.Schema;

/** A part of the conversation, oldest first. */
public record EntryPage(
        List<EntryView> items,

        @Schema(description = "Cursor of the next page, null on the last", nullable = true)
        String next,

        boolean hasMore) {}
