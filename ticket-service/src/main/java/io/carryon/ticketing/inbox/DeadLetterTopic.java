package io.carryon.ticketing.inbox;

import io.carryon.ticketing.operations.Broker;
import jakarta.enterprise.context.ApplicationScoped;
import java.nio.charset.StandardCharsets;
import java.util.List;
import org.apache.kafka.clients.consumer.ConsumerRecord;
import org.apache.kafka.clients.producer.ProducerRecord;
import org.jboss.logging.Logger;

/** Where messages go that cannot succeed: {@code <topic>.ticketing.dead}, as they were, with the reason added. */
@ApplicationScoped
class DeadLetterTopic implements Burial {

    private static final Logger LOG = Logger.getLogger(DeadLetterTopic.class);
    private static final String SUFFIX = ".ticketing.dead";

    private final Broker broker;
    private final Attempts attempts;

    DeadLetterTopic(Broker broker, Attempts attempts) {
        this.broker = broker;
        this.attempts = attempts;
    }

    @Override
    public boolean bury(ConsumerRecord<byte[], byte[]> dead, Throwable why) {
        var reason = Blame.reason(why);
        LOG.errorf(
                "Dead letter: %s, partition %d, offset %d, event %s: %s",
                dead.topic(), dead.partition(), dead.offset(), ReceivedEvent.header(dead, "ce_id"), reason);
        return attempts.untilDone(() -> send(dead, reason));
    }

    private void send(ConsumerRecord<byte[], byte[]> dead, String reason) {
        if (!broker.offer(List.of(letter(dead, dead.value(), reason))).isEmpty()) {
            // The reason makes it larger than the broker takes: the letter then names the place of the original.
            broker.offer(List.of(letter(dead, null, reason)));
        }
    }

    private static ProducerRecord<byte[], byte[]> letter(
            ConsumerRecord<byte[], byte[]> dead, byte[] value, String reason) {
        var letter = new ProducerRecord<>(dead.topic() + SUFFIX, dead.key(), value);
        dead.headers().forEach(letter.headers()::add);
        letter.headers()
                .add("dead-letter-reason", bytes(reason))
                .add("dead-letter-topic", bytes(dead.topic()))
                .add("dead-letter-partition", bytes(String.valueOf(dead.partition())))
                .add("dead-letter-offset", bytes(String.valueOf(dead.offset())));
        return letter;
    }

    private static byte[] bytes(String text) {
        return text.getBytes(StandardCharsets.UTF_8);
    }
}
