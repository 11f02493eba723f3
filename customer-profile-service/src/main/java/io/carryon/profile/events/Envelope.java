package io.carryon.profile.events;

import java.nio.charset.StandardCharsets;
import java.util.Optional;
import org.apache.kafka.clients.consumer.ConsumerRecord;

/** CloudEvents attributes of a message, from its Kafka headers. */
public final class Envelope {

    private Envelope() {}

    /** The id that all log lines about one contact share. */
    public static Optional<String> correlationId(ConsumerRecord<?, ?> event) {
        return Optional.ofNullable(event.headers().lastHeader("ce_correlationid"))
                .map(header -> new String(header.value(), StandardCharsets.UTF_8));
    }
}
