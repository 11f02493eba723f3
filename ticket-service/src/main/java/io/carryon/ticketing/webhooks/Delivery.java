package io.carryon.ticketing.webhooks;

import com.fasterxml.jackson.annotation.JsonInclude;
import java.time.Instant;
import java.util.List;
import java.util.UUID;
import org.eclipse.microprofile.openapi.annotations.media.Schema;

/**
 * One event for one receiver.
 *
 * @param trail its latest attempts, the last one first; null in lists
 */
@JsonInclude(JsonInclude.Include.NON_NULL)
@Schema(name = "WebhookDelivery")
public record Delivery(
        @Schema(description = "The webhook-id of every attempt: a receiver that has seen it needs to do nothing")
        UUID id,

        UUID ticketId,
        @Schema(examples = "3") int revision,
        @Schema(examples = "ticket.replied") String type,
        State state,
        @Schema(examples = "1") int attempts,

        @Schema(description = "When it is tried next; absent when it is settled")
        Instant nextTryAt,

        @Schema(description = "The latest attempt; absent before the first")
        Attempt latest,

        @Schema(description = "Up to 50 attempts, the last one first; absent in lists")
        List<Attempt> trail,

        @Schema(description = "Since when it waited to be told")
        Instant madeAt) {

    /** What became of it. */
    @Schema(name = "WebhookDeliveryState")
    public enum State {
        /** It is to be tried, for the first time or again. */
        WAITING,
        /** The receiver has taken it. */
        DELIVERED,
        /** All attempts have failed; a replay begins anew. */
        GIVEN_UP
    }

    Delivery with(List<Attempt> attemptsMade) {
        return new Delivery(
                id, ticketId, revision, type, state, attempts, nextTryAt, latest, List.copyOf(attemptsMade), madeAt);
    }
}
