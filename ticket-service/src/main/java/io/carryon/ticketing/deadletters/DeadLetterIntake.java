package io.carryon.ticketing.deadletters;

import com.fasterxml.uuid.Generators;
import io.carryon.ticketing.inbox.ReceivedEvent;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.persistence.EntityManager;
import jakarta.transaction.Transactional;
import java.time.Instant;
import org.apache.kafka.clients.consumer.ConsumerRecord;
import org.apache.kafka.common.header.Headers;
import org.apache.kafka.common.header.internals.RecordHeaders;

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

    /** Stores the letter; again when it is there already, nothing happens. */
    @Transactional
    void take(ConsumerRecord<byte[], byte[]> record) {
        store(record, record.key(), record.headers(), record.value(), header(record.headers(), "dead-letter-reason"));
    }

    /** Stores where the letter lies, when the database takes no more of it: the rest stays in Kafka. */
    @Transactional
    void takePlaceOnly(ConsumerRecord<byte[], byte[]> record) {
        store(record, null, new RecordHeaders(), null, "The letter itself cannot be stored; it is in Kafka");
    }

    private void store(ConsumerRecord<byte[], byte[]> record, byte[] key, Headers kept, byte[] payload, String reason) {
        database.createNativeQuery("""
                        insert into ticketing.dead_letter (id, topic, kafka_partition, kafka_offset, original_topic, consumer,
                            reason, cause, event_id, event_type, correlation, record_key, headers, payload, died_at, state)
                        values (?1, ?2, ?3, ?4, ?5, ?6, ?7, ?8, ?9, ?10, ?11, cast(?12 as bytea), cast(?13 as json), cast(?14 as bytea), ?15, 'WAITING')
                        on conflict (topic, kafka_partition, kafka_offset) do nothing""")
                .setParameter(1, Generators.timeBasedEpochGenerator().generate())
                .setParameter(2, record.topic())
                .setParameter(3, record.partition())
                .setParameter(4, record.offset())
                .setParameter(5, originalTopic(kept, record.topic()))
                .setParameter(6, consumer(record.topic()))
                .setParameter(7, reason)
                .setParameter(8, header(kept, "dead-letter-cause"))
                .setParameter(9, header(kept, "ce_id"))
                .setParameter(10, header(kept, "ce_type"))
                .setParameter(11, header(kept, "ce_correlationid"))
                .setParameter(12, key)
                .setParameter(13, headers.written(kept))
                .setParameter(14, payload)
                .setParameter(15, Instant.ofEpochMilli(record.timestamp()))
                .executeUpdate();
    }

    /** {@code <topic>.<consumer>.dead}, unless the letter says itself where it came from. */
    private static String originalTopic(Headers kept, String topic) {
        var named = header(kept, "dead-letter-topic");
        return named == null ? withoutLast(withoutLast(topic)) : named;
    }

    private static String consumer(String topic) {
        var alive = withoutLast(topic);
        return alive.substring(alive.lastIndexOf('.') + 1);
    }

    private static String withoutLast(String dotted) {
        var dot = dotted.lastIndexOf('.');
        return dot < 0 ? dotted : dotted.substring(0, dot);
    }

    private static String header(Headers headers, String name) {
        var value = ReceivedEvent.header(headers, name);
        if (value == null) {
            return null;
        }
        var clean = value.replace("\0", "");
        return clean.length() > LONGEST_REASON ? clean.substring(0, LONGEST_REASON) : clean;
    }
}
