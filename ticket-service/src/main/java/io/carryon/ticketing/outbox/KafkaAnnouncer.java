package io.carryon.ticketing.outbox;

import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.databind.ObjectMapper;
import io.carryon.ticketing.operations.Broker;
import io.carryon.ticketing.operations.EventRecords;
import io.carryon.ticketing.operations.Topics;
import jakarta.enterprise.context.ApplicationScoped;
import java.util.List;
import org.apache.kafka.clients.producer.ProducerRecord;

/** Publishes announcements as CloudEvents in binary mode, keyed by ticket. */
@ApplicationScoped
class KafkaAnnouncer implements Announcer {

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
        var ticket = row.ticketId().toString();
        return EventRecords.of(
                topics.named(announcement.topic()),
                ticket,
                new EventRecords.Context(announcement.id(), announcement.type(), row.at(), ticket, row.correlation()),
                data(announcement));
    }

    private byte[] data(Announcement announcement) {
        try {
            return json.writeValueAsBytes(announcement.data());
        } catch (JsonProcessingException e) {
            throw new IllegalStateException("Our own record cannot be written as JSON", e);
        }
    }
}
