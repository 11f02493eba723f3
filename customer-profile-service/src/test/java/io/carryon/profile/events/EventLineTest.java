package io.carryon.profile.events;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.smallrye.reactive.messaging.kafka.KafkaRecord;
import io.smallrye.reactive.messaging.kafka.KafkaRecordBatch;
import java.time.Duration;
import java.util.Collections;
import java.util.Iterator;
import java.util.List;
import java.util.Map;
import java.util.concurrent.ArrayBlockingQueue;
import java.util.concurrent.BlockingQueue;
import org.apache.kafka.common.TopicPartition;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;

@Timeout(30)
class EventLineTest {

    /** A batch of that many events; nobody looks into them here. */
    private record Batch(int events) implements KafkaRecordBatch<String, byte[]> {

        @Override
        public List<KafkaRecord<String, byte[]>> getRecords() {
            return Collections.nCopies(events, null);
        }

        @Override
        public Iterator<KafkaRecord<String, byte[]>> iterator() {
            return getRecords().iterator();
        }

        @Override
        public Map<TopicPartition, KafkaRecord<String, byte[]>> getLatestOffsetRecords() {
            return Map.of();
        }

        @Override
        public List<byte[]> getPayload() {
            return List.of();
        }
    }

    private final BlockingQueue<List<KafkaRecordBatch<String, byte[]>>> begun = new ArrayBlockingQueue<>(10);
    private final BlockingQueue<Boolean> ends = new ArrayBlockingQueue<>(10);
    private final EventLine line = new EventLine(batches -> {
        begun.add(batches);
        return ended();
    });

    @Test
    void whatComesWhileABatchIsHandledIsHandledTogetherAndInOrder() throws Exception {
        line.take(new Batch(1));
        assertThat(begun.take()).containsExactly(new Batch(1));
        line.take(new Batch(2));
        line.take(new Batch(3));

        ends.add(true);

        assertThat(begun.take()).containsExactly(new Batch(2), new Batch(3));
    }

    @Test
    void aLongLineHoldsTheConsumerBackUntilThereIsRoom() throws Exception {
        line.take(new Batch(1));
        begun.take();

        assertThat(line.take(new Batch(EventLine.MOST_TOGETHER))).isCompleted();
        var heldBack = line.take(new Batch(EventLine.MOST_WAITING));
        assertThat(heldBack).isNotCompleted();
        ends.add(true);
        assertThat(begun.take()).containsExactly(new Batch(EventLine.MOST_TOGETHER));
        assertThat(heldBack).isNotCompleted();
        ends.add(true);

        assertThat(heldBack).succeedsWithin(Duration.ofSeconds(20));
        assertThat(begun.take()).containsExactly(new Batch(EventLine.MOST_WAITING));
    }

    @Test
    void nothingIsHandledBehindWhatAStopLeft() throws Exception {
        var threads = new ArrayBlockingQueue<Thread>(10);
        var stopping = new EventLine(batches -> {
            threads.add(Thread.currentThread());
            return ended();
        });
        stopping.take(new Batch(1));
        stopping.take(new Batch(2));
        ends.add(false);
        threads.take().join();

        stopping.take(new Batch(3));

        assertThat(threads).isEmpty();
    }

    @Test
    void aBatchThatCannotBeConsumedEndsTheLine() throws Exception {
        var failing = new EventLine(batches -> {
            begun.add(batches);
            ended();
            throw new IllegalStateException("no");
        });
        failing.take(new Batch(1));
        begun.take();
        var heldBack = failing.take(new Batch(EventLine.MOST_WAITING));

        ends.add(true);

        assertThatThrownBy(() -> heldBack.toCompletableFuture().join()).hasMessageContaining("no");
        assertThatThrownBy(
                        () -> failing.take(new Batch(1)).toCompletableFuture().join())
                .hasMessageContaining("no");
    }

    private boolean ended() {
        try {
            return ends.take();
        } catch (InterruptedException e) {
            throw new IllegalStateException(e);
        }
    }
}
