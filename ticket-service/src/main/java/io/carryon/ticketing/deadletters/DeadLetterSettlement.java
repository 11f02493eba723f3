package io.carryon.ticketing.deadletters;

import io.carryon.ticketing.operations.Broker;
import io.carryon.ticketing.operations.Topics;
import io.carryon.ticketing.outbox.AnnounceAgain;
import io.carryon.ticketing.problem.ProblemException;
import jakarta.enterprise.context.ApplicationScoped;
import java.time.Clock;
import java.time.Duration;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.UUID;
import org.apache.kafka.clients.producer.ProducerRecord;
import org.apache.kafka.common.KafkaException;

/** An operator puts a dead letter back into its topic, or gives it up. */
@ApplicationScoped
class DeadLetterSettlement {

    /** The topics an event can come back into. */
    private static final Set<String> ORIGINALS = Set.of(
            "contact.received",
            "contact.recognized",
            "contact.linked",
            "customer.changed",
            "recognition.answered",
            "ticket.changed",
            "reply.requested",
            "delivery.outcome",
            "call.changed",
            "customer.acted");

    private final DeadLetters letters;
    private final DeadLetterHeaders headers;
    private final Broker broker;
    private final Topics topics;
    private final AnnounceAgain log;
    private final Clock clock;

    DeadLetterSettlement(
            DeadLetters letters,
            DeadLetterHeaders headers,
            Broker broker,
            Topics topics,
            AnnounceAgain log,
            Clock clock) {
        this.letters = letters;
        this.headers = headers;
        this.broker = broker;
        this.topics = topics;
        this.log = log;
        this.clock = clock;
    }

    /** Publishes payload and headers as they were; safe to repeat, because every consumer knows the event's id. */
    DeadLetter replay(UUID id, String by) {
        var letter = kept(id);
        try {
            sent(letter).ifPresent(why -> {
                throw ProblemException.conflict(
                        "cannot-be-replayed", "The event still cannot go out: %s. The letter waits.".formatted(why));
            });
        } catch (KafkaException e) {
            throw ProblemException.unavailable(
                    "The broker did not take the event; the letter waits as before.", Duration.ofSeconds(5));
        }
        letter.settle(DeadLetter.State.REPLAYED, by, null, clock.instant());
        return letter;
    }

    /** Empty when the broker took it, else why it never will. */
    private Optional<String> sent(DeadLetter letter) {
        if (letter.isOfOutbox()) {
            var name = letter.eventId().split(":");
            return log.announce(UUID.fromString(name[0]), Integer.parseInt(name[1]));
        }
        if (ORIGINALS.stream().map(topics::named).noneMatch(letter.originalTopic()::equals)) {
            return Optional.of("its topic %s is none of the line's".formatted(letter.originalTopic()));
        }
        var again = new ProducerRecord<>(letter.originalTopic(), letter.recordKey(), letter.payload());
        headers.restore(letter.headers(), again.headers());
        return broker.offer(List.of(again)).stream().map(Broker.Refused::reason).findFirst();
    }

    DeadLetter discard(UUID id, String by, String why) {
        var letter = kept(id);
        if (letter.state() == DeadLetter.State.REPLAYED) {
            throw ProblemException.conflict(
                    "already-replayed", "The event was replayed; should it fail again, a new letter appears.");
        }
        letter.settle(DeadLetter.State.DISCARDED, by, why, clock.instant());
        return letter;
    }

    /** Locked, so that it is not erased while it is settled. */
    private DeadLetter kept(UUID id) {
        var letter =
                letters.locked(id).orElseThrow(() -> ProblemException.notFound("There is no dead letter " + id + "."));
        if (letter.state() == DeadLetter.State.ERASED) {
            throw ProblemException.conflict("erased", "The customer was erased, and the letter's event with them.");
        }
        return letter;
    }
}
