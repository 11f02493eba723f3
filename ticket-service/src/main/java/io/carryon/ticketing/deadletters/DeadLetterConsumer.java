package io.carryon.ticketing.deadletters;

import io.carryon.ticketing.inbox.Attempts;
import io.smallrye.reactive.messaging.annotations.Blocking;
import jakarta.enterprise.context.ApplicationScoped;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.CompletionStage;
import org.apache.kafka.clients.consumer.ConsumerRecord;
import org.eclipse.microprofile.reactive.messaging.Incoming;
import org.jboss.logging.Logger;

/** Collects what the consumers of the whole line gave up on, and gives up on nothing itself. */
@ApplicationScoped
class DeadLetterConsumer {

    private static final Logger LOG = Logger.getLogger(DeadLetterConsumer.class);

    private final DeadLetterIntake intake;
    private final Attempts attempts;

    DeadLetterConsumer(DeadLetterIntake intake, Attempts attempts) {
        this.intake = intake;
        this.attempts = attempts;
    }

    /** Complete when the letter is stored; never when the service stops before, so that it is delivered again. */
    @Incoming("dead-letters")
    @Blocking
    CompletionStage<Void> consume(ConsumerRecord<byte[], byte[]> record) {
        return stored(record) ? CompletableFuture.completedFuture(null) : new CompletableFuture<>();
    }

    private boolean stored(ConsumerRecord<byte[], byte[]> record) {
        try {
            return attempts.untilHandled(() -> intake.take(record));
        } catch (RuntimeException e) {
            // What is in the letter is at fault, whatever it is; staff still find it by its place.
            LOG.errorf(
                    "A dead letter cannot be stored with its content, only its place %s-%d@%d: %s",
                    record.topic(),
                    record.partition(),
                    record.offset(),
                    e.getClass().getSimpleName());
            return attempts.untilDone(() -> intake.takePlaceOnly(record));
        }
    }
}
