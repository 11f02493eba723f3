package io.carryon.ticketing.operations;

import java.nio.charset.StandardCharsets;
import java.time.Instant;
import org.apache.kafka.clients.producer.ProducerRecord;

/** Makes records of events: CloudEvents in binary mode. */
public final class EventRecords {

    private static final String SOURCE = "/carryon/ticket-service";

    private EventRecords() {}

    /** An event's context; {@code correlation} may be null. */
    public record Context(String id, String type, Instant time, String subject, String correlation) {}

    /** A record of a topic under a key; {@code data} is JSON. */
    public static ProducerRecord<byte[], byte[]> of(String topic, String key, Context context, byte[] data) {
        var out = new ProducerRecord<>(topic, bytes(key), data);
        header(out, "ce_specversion", "1.0");
        header(out, "ce_id", context.id());
        header(out, "ce_source", SOURCE);
        header(out, "ce_type", context.type());
        header(out, "ce_time", context.time().toString());
        header(out, "ce_subject", context.subject());
        header(out, "content-type", "application/json");
        if (context.correlation() != null) {
            header(out, "ce_correlationid", context.correlation());
        }
        return out;
    }

    private static void header(ProducerRecord<byte[], byte[]> out, String name, String value) {
        out.headers().add(name, bytes(value));
    }

    private static byte[] bytes(String text) {
        return text.getBytes(StandardCharsets.UTF_8);
    }
}
