package io.carryon.ticketing.search;

import com.fasterxml.jackson.annotation.JsonInclude;
import io.carryon.ticketing.ticket.Channel;
import io.carryon.ticketing.ticket.Priority;
import io.carryon.ticketing.ticket.TicketStatus;
import java.time.Instant;
import java.util.UUID;
import org.eclipse.microprofile.openapi.annotations.media.Schema;

/** A ticket in a list. */
@JsonInclude(JsonInclude.Include.NON_NULL)
public record TicketSummary(
        UUID id,
        @Schema(examples = "100004") String number,
        @Schema(examples = "My invoice of May is wrong") String subject,
        TicketStatus status,
        @Schema(examples = "support") String queue,
        @Schema(examples = "agent-1") String owner,
        Priority priority,
        Channel channel,
        UUID issueId,
        UUID customerId,
        @Schema(examples = "Maria Weber") String customerName,

        @Schema(description = "Since when the customer wants a person; absent unless they wait for one")
        Instant personWantedSince,

        Instant openedAt,
        Instant updatedAt,
        int revision) {}
