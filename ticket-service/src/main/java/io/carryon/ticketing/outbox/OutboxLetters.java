package io.carryon.ticketing.outbox;

import com.fasterxml.uuid.Generators;
import jakarta.enterprise.context.ApplicationScoped;
import java.nio.charset.StandardCharsets;
import java.sql.Connection;
import java.sql.SQLException;
import java.time.Clock;
import java.time.ZoneOffset;
import org.jboss.logging.Logger;

/** Makes a dead letter of a row that cannot go out, in the transaction that moves the position past it. */
@ApplicationScoped
class OutboxLetters {

    /** Stands for the consumer and for the topic in a letter of the outbox. */
    static final String OUTBOX = "outbox";

    private static final Logger LOG = Logger.getLogger(OutboxLetters.class);

    private static final String STORE = """
            insert into ticketing.dead_letter (id, topic, kafka_partition, kafka_offset, original_topic, consumer, reason,
                event_id, event_type, correlation, record_key, headers, payload, died_at, state)
            values (?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, '[]', ?, ?, 'WAITING')
            on conflict (topic, kafka_partition, kafka_offset) do nothing""";

    private final Clock clock;

    OutboxLetters(Clock clock) {
        this.clock = clock;
    }

    void store(Connection connection, StoredRow row, String topic, String reason) throws SQLException {
        LOG.errorf("Dead letter: event %s of the log cannot go out to %s: %s", row.name(), topic, reason);
        try (var insert = connection.prepareStatement(STORE)) {
            insert.setObject(1, Generators.timeBasedEpochGenerator().generate());
            insert.setString(2, OUTBOX);
            insert.setInt(3, row.position().epoch());
            insert.setLong(4, row.position().seq());
            insert.setString(5, topic);
            insert.setString(6, OUTBOX);
            insert.setString(7, reason);
            insert.setString(8, row.name());
            insert.setString(9, Announcement.type(topic));
            insert.setString(10, row.correlation());
            insert.setBytes(11, row.ticketId().toString().getBytes(StandardCharsets.UTF_8));
            insert.setBytes(12, row.payload().getBytes(StandardCharsets.UTF_8));
            insert.setObject(13, clock.instant().atOffset(ZoneOffset.UTC));
            insert.executeUpdate();
        }
    }
}
