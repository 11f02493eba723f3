package io.carryon.profile.followup;

import com.fasterxml.jackson.annotation.JsonIgnoreProperties;
import io.carryon.profile.identity.TicketState;
import java.time.Instant;
import java.util.Objects;
import java.util.UUID;

/** What this service reads of {@code io.carryon.ticket.changed.v1}. */
@JsonIgnoreProperties(ignoreUnknown = true)
public record TicketChanged(
        UUID ticketId,
        String number,
        UUID issueId,
        UUID customerId,
        Long revision,
        String change,
        Instant at,
        String subject,
        String status,
        String owner,
        Instant openedAt,
        Reply reply) {

    /** A reply that staff wrote. */
    @JsonIgnoreProperties(ignoreUnknown = true)
    public record Reply(UUID replyId, String channel, String text, String author) {

        public Reply {
            Objects.requireNonNull(replyId, "reply.replyId");
        }
    }

    public TicketChanged {
        Objects.requireNonNull(ticketId, "ticketId");
        Objects.requireNonNull(number, "number");
        Objects.requireNonNull(issueId, "issueId");
        Objects.requireNonNull(customerId, "customerId");
        Objects.requireNonNull(revision, "revision");
        Objects.requireNonNull(change, "change");
        Objects.requireNonNull(at, "at");
        Objects.requireNonNull(subject, "subject");
        Objects.requireNonNull(status, "status");
        Objects.requireNonNull(openedAt, "openedAt");
    }

    TicketState state() {
        return new TicketState(openedAt.toEpochMilli(), revision, ticketId, number, status, subject, owner);
    }
}
