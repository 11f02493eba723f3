package io.carryon.profile.events;

import io.smallrye.reactive.messaging.kafka.KafkaRecordBatch;
import java.util.ArrayDeque;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.CompletionStage;
import java.util.function.Consumer;
import java.util.function.Predicate;

/**
 * The batches of one topic on their way to their use case. While some are handled the next ones gather, and are then
 * handled as one: a batch costs more than what few events in it do.
 */
public final class EventLine {

    /** A mail with its HTML may have a megabyte; a backlog of them must fit into a small heap. */
    private static final int MOST_BYTES = 8 * 1024 * 1024;

    /** What is handled together, unless one batch alone is more. */
    static final Load MOST_TOGETHER = new Load(128, MOST_BYTES);

    /** What may wait meanwhile; a consumer that is held back asks the broker all the time whether it still is. */
    static final Load MOST_WAITING = new Load(512, MOST_BYTES);

    private final Predicate<List<KafkaRecordBatch<String, byte[]>>> handling;
    private final Consumer<Throwable> failed;
    private final ArrayDeque<KafkaRecordBatch<String, byte[]>> waiting = new ArrayDeque<>();
    private Load load = Load.NONE;
    private CompletableFuture<Void> room = CompletableFuture.completedFuture(null);
    private boolean isBusy;

    /**
     * @param handling false when it stops before all of them are handled
     * @param failed told at once when the line ended by a failure; nothing is handled any more
     */
    EventLine(Predicate<List<KafkaRecordBatch<String, byte[]>>> handling, Consumer<Throwable> failed) {
        this.handling = handling;
        this.failed = failed;
    }

    /** Completes when the next batch may come; never, once the service stops. */
    public synchronized CompletionStage<Void> take(KafkaRecordBatch<String, byte[]> batch) {
        waiting.add(batch);
        load = load.plus(Load.of(batch));
        if (room.isDone() && !room.isCompletedExceptionally() && load.reaches(MOST_WAITING)) {
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
            // The channel does so when it brings the next batch, which may take a quiet night.
            failed.accept(e);
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
        var together = Load.NONE;
        while (!waiting.isEmpty()) {
            var batch = Load.of(waiting.peek());
            together = together.plus(batch);
            if (!some.isEmpty() && together.exceeds(MOST_TOGETHER)) {
                break;
            }
            some.add(waiting.poll());
            load = load.minus(batch);
        }
        isBusy = !some.isEmpty();
        if (!load.reaches(MOST_WAITING)) {
            room.complete(null);
        }
        return some;
    }
}
