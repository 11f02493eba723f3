package io.carryon.profile.events;

import io.smallrye.reactive.messaging.kafka.KafkaRecordBatch;
import java.util.Objects;

/**
 * What batches put on the service.
 *
 * @param bytes of the events' values as they came
 */
record Load(int events, long bytes) {

    static final Load NONE = new Load(0, 0);

    static Load of(KafkaRecordBatch<String, byte[]> batch) {
        var values = batch.getPayload();
        return new Load(
                values.size(),
                values.stream()
                        .filter(Objects::nonNull)
                        .mapToLong(value -> value.length)
                        .sum());
    }

    Load plus(Load other) {
        return new Load(events + other.events, bytes + other.bytes);
    }

    Load minus(Load other) {
        return new Load(events - other.events, bytes - other.bytes);
    }

    /** Whether it is as much as the bound, in events or in bytes. */
    boolean reaches(Load bound) {
        return events >= bound.events || bytes >= bound.bytes;
    }

    /** Whether it is more than the bound, in events or in bytes. */
    boolean exceeds(Load bound) {
        return events > bound.events || bytes > bound.bytes;
    }
}
