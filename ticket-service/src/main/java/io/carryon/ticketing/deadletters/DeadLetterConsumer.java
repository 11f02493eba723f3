package io.carryon.ticketing.deadletters;

import io.carryon.ticketing.inbox.Attempts;
import io.smallrye.common.annotation.Blocking;
import jakarta.enterprise.context.ApplicationScoped;
import org.apache.kafka.clients.consumer.ConsumerRecord;
import org.eclipse.microprofile.reactive.messaging.Incoming;

/** Collects what the consumers of the whole line gave up on. */
@ApplicationScoped
class DeadLetterConsumer {

    private final DeadLetterIntake intake;
    private final Attempts attempts;

    DeadLetterConsumer(DeadLetterIntake intake, Attempts attempts) {
        this.intake = intake;
        this.attempts = attempts;
    }

    @Incoming("dead-letters")
    @Blocking
    void consume(ConsumerRecord<byte[], byte[]> record) {
        attempts.untilHandled(() -> intake.take(record));
    }
}
