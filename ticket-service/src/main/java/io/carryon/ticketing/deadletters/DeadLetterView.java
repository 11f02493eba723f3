package io.carryon.ticketing.deadletters;

import com.fasterxml.jackson.annotation.JsonInclude;
import java.time.Instant;
import java.util.UUID;
import org.eclipse.microprofile.openapi.annotations.media.Schema;

/** A dead letter as operators see it. */
@JsonInclude(JsonInclude.Include.NON_NULL)
@Schema(name = "DeadLetter")
public record DeadLetterView(
        UUID id,
        DeadLetter.State state,

        @Schema(description = "Who gave up on it", examples = "profile")
        String consumer,

        @Schema(description = "Where a replay puts it", examples = "contact.received")
        String originalTopic,

        @Schema(description = "The event's ce_id") String eventId,
        @Schema(examples = "io.carryon.contact.received.v1") String eventType,
        String correlationId,

        @Schema(examples = "The event's data is not a RecognizedContact")
        String reason,

        String cause,
        Instant diedAt,

        @Schema(
                description = "Topic, partition and offset of the letter",
                examples = "contact.received.profile.dead/0/7")
        String place,

        @Schema(description = "The event's data as text, in the view of one letter")
        String payload,

        Instant settledAt,
        String settledBy,
        String settledWhy) {

    /** As in a list: without the payload. */
    DeadLetterView(
            UUID id,
            DeadLetter.State state,
            String consumer,
            String originalTopic,
            String eventId,
            String eventType,
            String correlation,
            String reason,
            String cause,
            Instant diedAt,
            String topic,
            int partition,
            long offset,
            Instant settledAt,
            String settledBy,
            String settledWhy) {
        this(
                id,
                state,
                consumer,
                originalTopic,
                eventId,
                eventType,
                correlation,
                reason,
                cause,
                diedAt,
                topic + "/" + partition + "/" + offset,
                null,
                settledAt,
                settledBy,
                settledWhy);
    }
}
