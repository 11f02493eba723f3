package io.carryon.ticketing.understanding;

import com.fasterxml.jackson.annotation.JsonInclude;
import java.time.Instant;
import java.util.List;
import java.util.UUID;
import org.eclipse.microprofile.openapi.annotations.media.Schema;

/** How the customer is listened to: what they presented (A), whether they were told so (B), before the solution (C). */
@JsonInclude(JsonInclude.Include.NON_NULL)
@Schema(name = "Abc", description = "A: what the customer presented. B: an acknowledgement. C: the solution.")
public record AbcView(
        UnderstandingView understanding,

        @Schema(
                description =
                        "When the customer was first told that they were heard: by a reply that says so, or because"
                                + " they confirmed or corrected the understanding; absent while they were not")
        Instant acknowledgedAt,

        @Schema(description = "When the ticket was solved without; absent if it never was")
        Instant solvedWithoutAt,

        @Schema(
                description = "SOLVED_WITHOUT_ACKNOWLEDGEMENT: the customer got a solution and was never told that they"
                        + " were heard; NOT_CONFIRMED: they have not said yet that they were understood",
                examples = "[\"NOT_CONFIRMED\"]")
        List<Warning> warnings,

        RedAlert redAlert) {

    /** What is missing. */
    @Schema(name = "AbcWarning")
    public enum Warning {
        NOT_CONFIRMED,
        SOLVED_WITHOUT_ACKNOWLEDGEMENT
    }

    /** The customer said the same again after an answer, and nobody has looked at it. */
    @Schema(name = "RedAlert")
    public record RedAlert(
            @Schema(description = "The contact that said it again last")
            UUID contactId,

            Instant raisedAt,

            @Schema(description = "Of the text to the first one, from 0 to 1", examples = "0.82")
            double likeness,

            @Schema(description = "How many contacts said it again since staff last looked", examples = "1")
            int times) {}
}
