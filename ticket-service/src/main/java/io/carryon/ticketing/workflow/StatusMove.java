package io.carryon.ticketing.workflow;

import io.carryon.ticketing.ticket.TicketStatus;
import jakarta.validation.Valid;
import jakarta.validation.constraints.NotBlank;
import jakarta.validation.constraints.Pattern;
import jakarta.validation.constraints.Size;
import java.time.Instant;
import org.eclipse.microprofile.openapi.annotations.media.Schema;

/** Where to move a ticket: to a category, or to one of the statuses that were defined within it. */
@Schema(name = "StatusChange")
public record StatusMove(
        @Schema(description = "The category; may be left out when code is given", nullable = true)
        TicketStatus status,

        @Size(max = 40)
        @Schema(
                description = "The status within the category; left out, the category's default",
                examples = "waiting-for-customer")
        String code,

        @Size(max = 1000)
        @Pattern(regexp = "[^\\x00]*", message = "must not contain NUL characters")
        @Schema(description = "For staff; needed to put a ticket on hold", examples = "Waiting for the spare part")
        String reason,

        @Schema(
                description = "When a ticket on hold comes back by itself: needed there, within a year",
                examples = "2026-12-01T08:00:00Z")
        Instant returnAt,

        @Valid @Schema(description = "Needed to close, unless it was given when the ticket was resolved")
        Resolution resolution) {

    /** How it ended. */
    @Schema(name = "Resolution")
    public record Resolution(
            @NotBlank @Size(max = 40) @Schema(examples = "solved")
            String code,

            @NotBlank
            @Size(max = 2000)
            @Pattern(regexp = "[^\\x00]*", message = "must not contain NUL characters")
            @Schema(
                    description = "Why, for the customer to read",
                    examples = "The invoice was wrong. You have the corrected one, and the difference was paid back.")
            String reason) {}
}
