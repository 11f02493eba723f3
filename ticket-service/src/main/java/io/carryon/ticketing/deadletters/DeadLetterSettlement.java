package io.carryon.ticketing.deadletters;

import io.carryon.ticketing.operations.Broker;
import io.carryon.ticketing.problem.ProblemException;
import jakarta.enterprise.context.ApplicationScoped;
import java.time.Clock;
import java.time.Duration;
import java.util.List;
import java.util.UUID;
import org.apache.kafka.clients.producer.ProducerRecord;
import org.apache.kafka.common.KafkaException;

/** An operator puts a dead letter back into its topic, or gives it up. */
@ApplicationScoped
class DeadLetterSettlement {

    private final DeadLetters letters;
    private final DeadLetterHeaders headers;
    private final Broker broker;
    private final Clock clock;

    DeadLetterSettlement(DeadLetters letters, DeadLetterHeaders headers, Broker broker, Clock clock) {
        this.letters = letters;
        this.headers = headers;
        this.broker = broker;
        this.clock = clock;
    }

    /** Publishes payload and headers as they were; safe to repeat, because every consumer knows the event's id. */
    DeadLetter replay(UUID id, String by) {
        var letter = locked(id);
        var again = new ProducerRecord<>(letter.originalTopic(), letter.recordKey(), letter.payload());
        headers.restore(letter.headers(), again.headers());
        try {
            broker.publish(List.of(again));
        } catch (KafkaException e) {
            throw ProblemException.unavailable(
                    "The broker did not take the event; the letter waits as before.", Duration.ofSeconds(5));
        }
        letter.settle(DeadLetter.State.REPLAYED, by, null, clock.instant());
        return letter;
    }

    DeadLetter discard(UUID id, String by, String why) {
        var letter = locked(id);
        if (letter.state() == DeadLetter.State.REPLAYED) {
            throw ProblemException.conflict(
                    "already-replayed", "The event was replayed; should it fail again, a new letter appears.");
        }
        letter.settle(DeadLetter.State.DISCARDED, by, why, clock.instant());
        return letter;
    }

    private DeadLetter locked(UUID id) {
        return letters.locked(id).orElseThrow(() -> ProblemException.notFound("There is no dead letter " + id + "."));
    }
}
