package io.carryon.ticketing.outbox;

import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.databind.ObjectMapper;
import io.carryon.ticketing.operations.Broker;
import io.carryon.ticketing.operations.Topics;
import jakarta.enterprise.context.ApplicationScoped;
import java.nio.charset.StandardCharsets;
import java.util.List;
import org.apache.kafka.clients.producer.ProducerRecord;

/** Publishes announcements as CloudEvents in binary mode, keyed by ticket. */
@ApplicationScoped
class KafkaAnnouncer implements Announcer {

    private static final String SOURCE = "/carryon/ticket-service";

    private final Broker broker;
    private final Topics topics;
    private final ObjectMapper json;

    KafkaAnnouncer(Broker broker, Topics topics, ObjectMapper json) {
        this.broker = broker;
        this.topics = topics;
        this.json = json;
    }

    @Override
    public List<Refused> announce(List<Announcement> announcements) {
        return broker.offer(announcements.stream().map(this::toRecord).toList()).stream()
                .map(refused -> new Refused(announcements.get(refused.index()), refused.reason()))
                .toList();
    }

    ProducerRecord<byte[], byte[]> toRecord(Announcement announcement) {
        var row = announcement.row();
        var out = new ProducerRecord<>(
                topics.named(announcement.topic()), bytes(row.ticketId().toString()), data(announcement));
        header(out, "ce_specversion", "1.0");
        header(out, "ce_id", announcement.id());
        header(out, "ce_source", SOURCE);
        header(out, "ce_type", announcement.type());
        header(out, "ce_time", row.at().toString());
        header(out, "ce_subject", row.ticketId().toString());
        header(out, "content-type", "application/json");
        if (row.correlation() != null) {
            header(out, "ce_correlationid", row.correlation());
        }
        return out;
    }

    private byte[] data(Announcement announcement) {
        try {
            return json.writeValueAsBytes(announcement.data());
        } catch (JsonProcessingException e) {
            throw new IllegalStateException("Our own record cannot be written as JSON", e);
        }
    }

    private static void header(ProducerRecord<byte[], byte[]> out, String name, String value) {
        out.headers().add(name, bytes(value));
    }

    private static byte[] bytes(String text) {
        return text.getBytes(StandardCharsets.UTF_8);
    }
}
