package io.carryon.profile.events;

import io.smallrye.reactive.messaging.kafka.KafkaRecordBatch;
import java.util.ArrayDeque;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.CompletionStage;
import java.util.function.Predicate;

/**
 * The batches of one topic on their way to their use case. While some are handled the next ones gather, and are then
 * handled as one: a batch costs more than what few events in it do.
 */
public final class EventLine {

    /** Events that are handled together. */
    static final int MOST_TOGETHER = 128;

    /** Events that may wait meanwhile; a consumer that is held back asks the broker all the time whether it still is. */
    static final int MOST_WAITING = 512;

    private final Predicate<List<KafkaRecordBatch<String, byte[]>>> handling;
    private final ArrayDeque<KafkaRecordBatch<String, byte[]>> waiting = new ArrayDeque<>();
    private CompletableFuture<Void> room = CompletableFuture.completedFuture(null);
    private boolean isBusy;

    /** @param handling false when it stops before all of them are handled */
    EventLine(Predicate<List<KafkaRecordBatch<String, byte[]>>> handling) {
        this.handling = handling;
    }

    /** Completes when the next batch may come; never, once the service stops. */
    public synchronized CompletionStage<Void> take(KafkaRecordBatch<String, byte[]> batch) {
        waiting.add(batch);
        if (room.isDone() && !room.isCompletedExceptionally() && events() >= MOST_WAITING) {
            room = new CompletableFuture<>();
        }
        if (!isBusy) {
            isBusy = true;
            Thread.startVirtualThread(this::handleAll);
        }
        return room;
    }

    private void handleAll() {
        try {
            for (var some = next(); !some.isEmpty(); some = next()) {
                if (!handling.test(some)) {
                    stop();
                    return;
                }
            }
        } catch (RuntimeException | Error e) {
            // What became of the batch is not known: the line ends here, and the channel reports itself as failed.
            fail(e);
        }
    }

    /** Stays busy for ever, so that nothing is handled behind what was left. */
    private synchronized void stop() {
        if (room.isDone()) {
            room = new CompletableFuture<>();
        }
    }

    private synchronized void fail(Throwable reason) {
        stop();
        room.completeExceptionally(reason);
    }

    private synchronized List<KafkaRecordBatch<String, byte[]>> next() {
        var some = new ArrayList<KafkaRecordBatch<String, byte[]>>();
        for (int events = 0; !waiting.isEmpty() && events < MOST_TOGETHER; ) {
            events += waiting.peek().getRecords().size();
            some.add(waiting.poll());
        }
        isBusy = !some.isEmpty();
        if (events() < MOST_WAITING) {
            room.complete(null);
        }
        return some;
    }

    private int events() {
        return waiting.stream().mapToInt(batch -> batch.getRecords().size()).sum();
    }
}
