package io.carryon.ticketing.views;

import java.util.List;
import org.eclipse.microprofile.openapi.annotations.media.Schema;

/** A part of a list of saved views. */
@Schema(name = "SavedViewPage")
public record ViewPage(
        List<ViewView> items,

        @Schema(description = "Cursor of the next page, null on the last", nullable = true)
        String next,

        boolean hasMore) {}
