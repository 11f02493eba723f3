package io.carryon.ticketing.deadletters;

import com.fasterxml.uuid.Generators;
import io.carryon.ticketing.inbox.ReceivedEvent;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.persistence.EntityManager;
import jakarta.transaction.Transactional;
import java.time.Instant;
import org.apache.kafka.clients.consumer.ConsumerRecord;

/** Stores a dead letter once, by its place in Kafka. */
@ApplicationScoped
class DeadLetterIntake {

    private static final int LONGEST_REASON = 4000;

    private final EntityManager database;
    private final DeadLetterHeaders headers;

    DeadLetterIntake(EntityManager database, DeadLetterHeaders headers) {
        this.database = database;
        this.headers = headers;
    }

    @Transactional
    void take(ConsumerRecord<byte[], byte[]> record) {
        database.createNativeQuery("""
                        insert into ticketing.dead_letter (id, topic, kafka_partition, kafka_offset, original_topic, consumer,
                            reason, cause, event_id, event_type, correlation, record_key, headers, payload, died_at, state)
                        values (?1, ?2, ?3, ?4, ?5, ?6, ?7, ?8, ?9, ?10, ?11, cast(?12 as bytea), cast(?13 as json), cast(?14 as bytea), ?15, 'WAITING')
                        on conflict (topic, kafka_partition, kafka_offset) do nothing""")
                .setParameter(1, Generators.timeBasedEpochGenerator().generate())
                .setParameter(2, record.topic())
                .setParameter(3, record.partition())
                .setParameter(4, record.offset())
                .setParameter(5, originalTopic(record))
                .setParameter(6, consumer(record.topic()))
                .setParameter(7, header(record, "dead-letter-reason"))
                .setParameter(8, header(record, "dead-letter-cause"))
                .setParameter(9, header(record, "ce_id"))
                .setParameter(10, header(record, "ce_type"))
                .setParameter(11, header(record, "ce_correlationid"))
                .setParameter(12, record.key())
                .setParameter(13, headers.written(record.headers()))
                .setParameter(14, record.value())
                .setParameter(15, Instant.ofEpochMilli(record.timestamp()))
                .executeUpdate();
    }

    /** {@code <topic>.<consumer>.dead}, unless the letter says itself where it came from. */
    private static String originalTopic(ConsumerRecord<?, ?> record) {
        var named = header(record, "dead-letter-topic");
        return named == null ? withoutLast(withoutLast(record.topic())) : named;
    }

    private static String consumer(String topic) {
        var alive = withoutLast(topic);
        return alive.substring(alive.lastIndexOf('.') + 1);
    }

    private static String withoutLast(String dotted) {
        var dot = dotted.lastIndexOf('.');
        return dot < 0 ? dotted : dotted.substring(0, dot);
    }

    private static String header(ConsumerRecord<?, ?> record, String name) {
        var value = ReceivedEvent.header(record, name);
        if (value == null) {
            return null;
        }
        var clean = value.replace("\0", "");
        return clean.length() > LONGEST_REASON ? clean.substring(0, LONGEST_REASON) : clean;
    }
}
