package io.carryon.profile.followup;

import com.fasterxml.jackson.annotation.JsonIgnoreProperties;
import java.time.Instant;
import java.util.Objects;
import java.util.UUID;

/** What this service reads of {@code io.carryon.delivery.outcome.v1}. */
@JsonIgnoreProperties(ignoreUnknown = true)
public record DeliveryOutcome(UUID replyId, UUID issueId, String outcome, String reason, String messageId, Instant at) {

    public DeliveryOutcome {
        Objects.requireNonNull(replyId, "replyId");
        Objects.requireNonNull(issueId, "issueId");
        Objects.requireNonNull(outcome, "outcome");
        Objects.requireNonNull(at, "at");
    }
}
