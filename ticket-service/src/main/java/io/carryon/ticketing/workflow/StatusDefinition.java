package io.carryon.ticketing.workflow;

import io.carryon.ticketing.ticket.TicketStatus;
import java.util.List;
import java.util.Map;
import org.eclipse.microprofile.openapi.annotations.media.Schema;

/** A status as staff defined it. */
@Schema(name = "StatusDefinition")
public record StatusDefinition(
        @Schema(examples = "waiting-for-supplier") String code,

        @Schema(description = "The category, which clocks, lists and a customer's message go by; it never changes")
        TicketStatus status,

        @Schema(description = "For staff", examples = "Waiting for supplier")
        String name,

        @Schema(description = "For the customer, by language", examples = "{\"en\":\"We wait for a part\"}")
        Map<String, String> customerName,

        @Schema(
                description = "Codes of the statuses that staff may move a ticket to from here",
                examples = "[\"open\"]")
        List<String> movesTo,

        @Schema(description = "Whether a ticket of the category is in it when nobody said more")
        boolean byDefault,

        @Schema(description = "Whether tickets can still be moved to it")
        boolean active,

        @Schema(description = "Counts the changes; the ETag", examples = "1")
        int revision) {}
