package io.carryon.ticketing.deadletters;

import jakarta.persistence.Entity;
import jakarta.persistence.EnumType;
import jakarta.persistence.Enumerated;
import jakarta.persistence.Id;
import java.time.Instant;
import java.util.UUID;
import org.hibernate.annotations.ColumnTransformer;

/** An event a consumer of the line gave up on, kept until an operator has dealt with it. */
@Entity
public class DeadLetter {

    /** What became of it. */
    public enum State {
        WAITING,
        REPLAYED,
        DISCARDED,
        /** It held words of a customer who was erased, and holds them no more. */
        ERASED
    }

    @Id
    private UUID id;

    private String topic;
    private int kafkaPartition;
    private long kafkaOffset;
    private String originalTopic;
    private String consumer;
    private String reason;
    private String cause;
    private String eventId;
    private String eventType;
    private String correlation;
    private byte[] recordKey;

    @ColumnTransformer(write = "?::json")
    private String headers;

    private byte[] payload;
    private Instant diedAt;

    @Enumerated(EnumType.STRING)
    private State state;

    private Instant settledAt;
    private String settledBy;
    private String settledWhy;

    protected DeadLetter() {}

    /** Settles it: replayed (as often as an operator likes) or discarded with a reason. */
    void settle(State how, String by, String why, Instant now) {
        state = how;
        settledBy = by;
        settledWhy = why;
        settledAt = now;
    }

    DeadLetterView view(String shownPayload) {
        return new DeadLetterView(
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
                topic + "/" + kafkaPartition + "/" + kafkaOffset,
                shownPayload,
                settledAt,
                settledBy,
                settledWhy);
    }

    UUID id() {
        return id;
    }

    State state() {
        return state;
    }

    /** Whether it is an event of a ticket's log that could not go out, rather than one that came in. */
    boolean isOfOutbox() {
        return "outbox".equals(topic);
    }

    String eventId() {
        return eventId;
    }

    String originalTopic() {
        return originalTopic;
    }

    byte[] recordKey() {
        return recordKey;
    }

    /** Name to base64 of the original headers, as JSON pairs. */
    String headers() {
        return headers;
    }

    byte[] payload() {
        return payload;
    }

    Instant diedAt() {
        return diedAt;
    }
}
