package io.carryon.ticketing.intake;

import com.fasterxml.jackson.annotation.JsonIgnoreProperties;
import io.carryon.ticketing.ticket.DeliveryState;
import java.time.Instant;
import java.util.UUID;

/** What we read of {@code io.carryon.delivery.outcome.v1}. */
@JsonIgnoreProperties(ignoreUnknown = true)
public record DeliveryOutcome(UUID replyId, UUID ticketId, DeliveryState outcome, String reason, Instant at) {

    boolean isComplete() {
        return replyId != null && ticketId != null && outcome != null;
    }
}
