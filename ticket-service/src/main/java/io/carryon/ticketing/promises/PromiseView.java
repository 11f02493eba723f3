package io.carryon.ticketing.promises;

import com.fasterxml.jackson.annotation.JsonInclude;
import java.time.Instant;
import java.util.List;
import org.eclipse.microprofile.openapi.annotations.media.Schema;

/** A promise to a customer as staff see it. */
@JsonInclude(JsonInclude.Include.NON_NULL)
@Schema(name = "Promise")
public record PromiseView(
        @Schema(description = "Revision of the event that made it", examples = "4")
        int number,

        @Schema(
                description =
                        "OPEN, KEPT when the customer heard from us in time, else BROKEN; MOVED when they were told of "
                                + "another time before, LAPSED when the ticket was merged into another one")
        Promise.State state,

        @Schema(description = "In words for the customer; absent when the reply said it")
        String nextStep,

        Instant dueAt,
        Instant madeAt,
        @Schema(description = "Subject of who made it") String madeBy,

        @Schema(description = "When the customer heard from us or of another time; absent as long as it is owed")
        Instant settledAt,

        @Schema(description = "The other time they were told of before this one")
        Instant movedTo) {

    /** A part of a ticket's ledger. */
    @Schema(name = "PromisePage")
    public record Page(
            List<PromiseView> items,

            @Schema(description = "Cursor of the next page, null on the last", nullable = true)
            String next,

            boolean hasMore) {}

    static PromiseView of(Promise promise) {
        return new PromiseView(
                promise.number(),
                promise.state(),
                promise.step(),
                promise.dueAt(),
                promise.madeAt(),
                promise.madeBy(),
                promise.settledAt(),
                promise.movedTo());
    }
}
