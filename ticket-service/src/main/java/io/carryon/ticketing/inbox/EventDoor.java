package io.carryon.ticketing.inbox;

import jakarta.enterprise.context.ApplicationScoped;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.CompletionStage;
import java.util.function.Consumer;
import org.apache.kafka.clients.consumer.ConsumerRecord;
import org.apache.kafka.clients.consumer.ConsumerRecords;

/**
 * What every consumer does around its use case: read a batch of events, insist until all are handled, and when one of
 * them makes the batch fail by its own fault handle them one by one, so that only that one becomes a dead letter.
 */
@ApplicationScoped
public class EventDoor {

    /** An event with its data read; {@code correlation} is the id of its whole path. */
    public record Arrived<T>(String eventId, String correlation, T data) {}

    /** What a consumer expects: the CloudEvents type, and the record its data is read into. */
    public record Kind<T>(String type, Class<T> data) {}

    private record Held<T>(ConsumerRecord<byte[], byte[]> record, Arrived<T> event) {}

    private final EventReader reader;
    private final Attempts attempts;
    private final Burial deadLetters;

    EventDoor(EventReader reader, Attempts attempts, Burial deadLetters) {
        this.reader = reader;
        this.attempts = attempts;
        this.deadLetters = deadLetters;
    }

    /**
     * Handles a batch in order; the use case takes it as a whole or not at all. The stage is complete when all is done,
     * and never when the service stops before: then the batch is neither acknowledged nor refused, but delivered again.
     */
    public <T> CompletionStage<Void> handle(
            ConsumerRecords<byte[], byte[]> batch, Kind<T> kind, Consumer<List<Arrived<T>>> useCase) {
        var readable = new ArrayList<Held<T>>();
        for (var record : batch) {
            try {
                readable.add(new Held<>(record, read(record, kind)));
            } catch (UnreadableEventException e) {
                if (!deadLetters.bury(record, e)) {
                    return new CompletableFuture<>();
                }
            }
        }
        return readable.isEmpty() || handled(readable, useCase)
                ? CompletableFuture.completedFuture(null)
                : new CompletableFuture<>();
    }

    private <T> Arrived<T> read(ConsumerRecord<byte[], byte[]> record, Kind<T> kind) {
        var event = ReceivedEvent.from(record, kind.type());
        var correlation = event.correlationId() == null ? event.id() : event.correlationId();
        return new Arrived<>(event.id(), correlation, reader.read(event, kind.data()));
    }

    private <T> boolean handled(List<Held<T>> batch, Consumer<List<Arrived<T>>> useCase) {
        var events = batch.stream().map(Held::event).toList();
        try {
            return attempts.untilHandled(() -> useCase.accept(events));
        } catch (RuntimeException e) {
            return batch.size() == 1
                    ? deadLetters.bury(batch.getFirst().record(), e)
                    : batch.stream().allMatch(one -> handled(List.of(one), useCase));
        }
    }
}
