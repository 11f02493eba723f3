package io.carryon.ticketing.callbacks;

import com.fasterxml.jackson.annotation.JsonInclude;
import java.time.Instant;
import java.util.UUID;
import org.eclipse.microprofile.openapi.annotations.media.Schema;

/** A callback as staff see it. */
@JsonInclude(JsonInclude.Include.NON_NULL)
@Schema(name = "Callback")
public record CallbackView(
        UUID id,
        CallbackState state,

        @Schema(description = "Whom to call", examples = "+4930123456")
        String number,

        @Schema(description = "When the customer wants to be called; absent: at once")
        Instant notBefore,

        @Schema(description = "Until when; absent: whenever")
        Instant notAfter,

        @Schema(description = "The call in which it was asked for, or that was lost")
        UUID contactId,

        Ticket ticket,

        @Schema(description = "What staff said when it was settled", examples = "Reached her, all is well.")
        String note,

        @Schema(description = "Who of staff settled it", examples = "agent-1")
        String settledBy,

        Instant requestedAt,
        Instant changedAt,

        @Schema(description = "The ETag", examples = "1") int revision) {

    /** The ticket it is about. */
    @JsonInclude(JsonInclude.Include.NON_NULL)
    @Schema(name = "CallbackTicket")
    public record Ticket(
            UUID id,
            @Schema(examples = "100004") String number,

            @Schema(examples = "My invoice of May is wrong") String subject,

            @Schema(examples = "billing") String queue,
            @Schema(examples = "agent-1") String owner,
            @Schema(examples = "Maria Weber") String customerName) {}
}
