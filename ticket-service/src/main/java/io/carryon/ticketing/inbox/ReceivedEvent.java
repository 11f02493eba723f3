package io.carryon.ticketing.inbox;

import java.nio.charset.StandardCharsets;
import org.apache.kafka.clients.consumer.ConsumerRecord;
import org.apache.kafka.common.header.Headers;

/** A CloudEvent in Kafka's binary mode: its attributes from the headers, its data still unread. */
public record ReceivedEvent(String id, String type, String correlationId, byte[] data) {

    /** Reads the headers and refuses an event without an id or of another type than expected. */
    public static ReceivedEvent from(ConsumerRecord<?, byte[]> record, String expectedType) {
        var event = new ReceivedEvent(
                header(record, "ce_id"), header(record, "ce_type"), header(record, "ce_correlationid"), record.value());
        if (event.id() == null || event.id().isBlank()) {
            throw new UnreadableEventException("The header ce_id is missing");
        }
        if (!expectedType.equals(event.type())) {
            throw new UnreadableEventException(
                    "The header ce_type is %s, not %s".formatted(event.type(), expectedType));
        }
        if (record.value() == null) {
            throw new UnreadableEventException("The event has no data");
        }
        return event;
    }

    /** The value of a record's header as text, or null. */
    public static String header(ConsumerRecord<?, ?> record, String name) {
        return header(record.headers(), name);
    }

    /** The value of a header as text, or null. */
    public static String header(Headers headers, String name) {
        var header = headers.lastHeader(name);
        return header == null || header.value() == null ? null : new String(header.value(), StandardCharsets.UTF_8);
    }
}
