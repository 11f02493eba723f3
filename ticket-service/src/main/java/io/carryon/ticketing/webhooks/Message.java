package io.carryon.ticketing.webhooks;

import com.fasterxml.jackson.annotation.JsonInclude;
import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import io.carryon.ticketing.ticket.Actor;
import java.time.Instant;
import java.util.List;
import java.util.UUID;
import org.eclipse.microprofile.openapi.annotations.media.Schema;

/**
 * An event on its way to a receiver.
 *
 * @param id of the delivery, the same in each attempt
 * @param attempts how many were made before
 * @param state the ticket after the event, as JSON
 */
record Message(
        UUID id,
        String type,
        int attempts,
        UUID ticketId,
        int revision,
        Instant at,
        String state,
        String actorKind,
        String actorId) {

    /** What is sent of the ticket's state: ids and where it stands, never a word of what was said. */
    private static final List<String> STATE =
            List.of("number", "issueId", "customerId", "status", "queue", "owner", "priority", "openedAt");

    /** The body of a webhook: thin, who wants to know more asks the API. */
    @Schema(name = "WebhookMessage")
    public record Body(
            @Schema(examples = "ticket.replied") String type,

            @Schema(description = "When it happened") Instant timestamp,

            @Schema(description = "Ids, and the ticket's state after the event")
            Data data) {}

    /** The ticket, and who did it. */
    @JsonInclude(JsonInclude.Include.NON_NULL)
    @Schema(name = "WebhookData")
    public record Data(
            UUID ticketId,

            @Schema(description = "Counts the ticket's events: of two messages the greater one is the later")
            int revision,

            @Schema(description = "STAFF, CUSTOMER or SYSTEM")
            String actor,

            @Schema(description = "Subject of the member of staff; absent for others")
            String actorId,

            JsonNode ticket) {}

    byte[] body(ObjectMapper json) {
        try {
            var ticket = json.createObjectNode();
            var known = json.readTree(state);
            STATE.forEach(name -> ticket.set(name, known.get(name)));
            var staff = Actor.Kind.STAFF.name().equals(actorKind);
            return json.writeValueAsBytes(
                    new Body(type, at, new Data(ticketId, revision, actorKind, staff ? actorId : null, ticket)));
        } catch (JsonProcessingException e) {
            throw new IllegalStateException("A row of the log cannot be written as JSON", e);
        }
    }
}
