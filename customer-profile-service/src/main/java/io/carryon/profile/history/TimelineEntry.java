package io.carryon.profile.history;

import com.fasterxml.jackson.annotation.JsonInclude;
import java.time.Instant;
import java.util.UUID;

/**
 * One thing that happened between a customer and us; texts are cut to a line.
 *
 * @param kind contact, reply or ticket
 * @param status the ticket's, where {@code kind} is ticket
 * @param delivery what became of a reply, or null until that is known
 */
@JsonInclude(JsonInclude.Include.NON_NULL)
public record TimelineEntry(
        String kind,
        Instant at,
        String channel,
        String subject,
        String excerpt,
        UUID issueId,
        String ticketNumber,
        UUID contactId,
        UUID replyId,
        UUID ticketId,
        String change,
        String status,
        String author,
        Delivery delivery) {

    /**
     * What became of a reply; the later report outranks the earlier.
     *
     * @param reportedAt milliseconds since 1970
     */
    @JsonInclude(JsonInclude.Include.NON_NULL)
    public record Delivery(long reportedAt, String outcome, String reason) {}
}
