package io.carryon.ticketing.views;

import com.fasterxml.jackson.annotation.JsonInclude;
import io.carryon.ticketing.search.TicketSort;
import io.carryon.ticketing.search.TicketTotal;
import java.time.Instant;
import java.util.UUID;
import org.eclipse.microprofile.openapi.annotations.media.Schema;

/** A saved view as it is shown. */
@JsonInclude(JsonInclude.Include.NON_NULL)
@Schema(name = "SavedView")
public record ViewView(
        UUID id,
        @Schema(examples = "My open complaints") String name,
        @Schema(description = "Whether everybody sees it") boolean shared,

        @Schema(description = "Who made it", examples = "agent-1")
        String owner,

        @Schema(examples = "status:open owner:me complaint") String query,
        TicketSort sort,
        int revision,
        Instant changedAt,

        @Schema(description = "How many tickets are in it, when counts were asked for; counting stops at 1,000")
        TicketTotal count) {

    static ViewView of(SavedView view, TicketTotal count) {
        return new ViewView(
                view.id(),
                view.name(),
                view.shared(),
                view.owner(),
                view.query(),
                view.sort(),
                view.revision(),
                view.changedAt(),
                count);
    }
}
