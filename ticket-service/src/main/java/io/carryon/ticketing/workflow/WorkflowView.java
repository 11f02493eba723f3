package io.carryon.ticketing.workflow;

import com.fasterxml.jackson.annotation.JsonInclude;
import io.carryon.ticketing.ticket.TicketStatus;
import java.time.Instant;
import java.util.List;
import java.util.Map;
import org.eclipse.microprofile.openapi.annotations.media.Schema;

/** Where a ticket stands in the words of staff and customer, and where it can go from there. */
@JsonInclude(JsonInclude.Include.NON_NULL)
@Schema(name = "TicketWorkflow")
public record WorkflowView(
        @Schema(description = "The status within the category", examples = "waiting-for-supplier")
        String code,

        @Schema(description = "For staff", examples = "Waiting for supplier")
        String name,

        @Schema(description = "For the customer, by language", examples = "{\"en\":\"We wait for a part\"}")
        Map<String, String> customerName,

        List<Move> moves,

        @Schema(description = "Absent unless the ticket is on hold")
        Hold hold,

        @Schema(description = "How it ended; absent unless somebody said so")
        StatusMove.Resolution resolution,

        @Schema(
                description =
                        "Until then a follow-up opens the ticket again, later it opens a new one; absent while open")
        Instant reopensUntil) {

    /** A status the ticket can be moved to. */
    @Schema(name = "StatusMove")
    public record Move(
            @Schema(examples = "open") String code,
            TicketStatus status,
            @Schema(examples = "Open") String name) {}

    /** Why it waits, and when it comes back by itself. */
    @Schema(name = "Hold")
    public record Hold(
            @Schema(examples = "Waiting for the spare part") String reason, Instant returnAt) {}

    /** The categories it can be moved to, in their order. */
    public List<TicketStatus> categories() {
        return moves.stream().map(Move::status).distinct().sorted().toList();
    }
}
