package io.carryon.gateway.reply;

import com.fasterxml.jackson.annotation.JsonInclude;
import io.carryon.gateway.contact.Channel;
import java.time.Instant;
import java.util.UUID;

/** What became of a reply, as {@code delivery.outcome.v1} carries it. */
@JsonInclude(JsonInclude.Include.NON_NULL)
public record DeliveryOutcome(
        UUID replyId,
        UUID ticketId,
        UUID issueId,
        Channel channel,
        DeliveryReceipt.Outcome outcome,
        String reason,
        String messageId,
        Instant at) {}
