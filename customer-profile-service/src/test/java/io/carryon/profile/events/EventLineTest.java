package io.carryon.profile.events;

import static java.util.concurrent.TimeUnit.MILLISECONDS;
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

    private static final int MOST_TOGETHER = EventLine.MOST_TOGETHER.events();
    private static final int MOST_WAITING = EventLine.MOST_WAITING.events();
    private static final int MEGABYTE = 1024 * 1024;

    /** A batch of that many events, all of that size; nobody looks into them here. */
    private record Batch(int events, int bytes) implements KafkaRecordBatch<String, byte[]> {

        private Batch(int events) {
            this(events, 0);
        }

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
            return Collections.nCopies(events, new byte[bytes]);
        }
    }

    private final BlockingQueue<List<KafkaRecordBatch<String, byte[]>>> begun = new ArrayBlockingQueue<>(10);
    private final BlockingQueue<Boolean> ends = new ArrayBlockingQueue<>(10);
    private final BlockingQueue<Throwable> failures = new ArrayBlockingQueue<>(10);
    private final EventLine line = new EventLine(
            batches -> {
                begun.add(batches);
                return ended();
            },
            failures::add);

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

        assertThat(line.take(new Batch(MOST_TOGETHER))).isCompleted();
        var heldBack = line.take(new Batch(MOST_WAITING));
        assertThat(heldBack).isNotCompleted();
        ends.add(true);
        assertThat(begun.take()).containsExactly(new Batch(MOST_TOGETHER));
        assertThat(heldBack).isNotCompleted();
        ends.add(true);

        assertThat(heldBack).succeedsWithin(Duration.ofSeconds(20));
        assertThat(begun.take()).containsExactly(new Batch(MOST_WAITING));
    }

    @Test
    void fewLargeEventsHoldTheConsumerBackToo() throws Exception {
        line.take(new Batch(1));
        begun.take();

        assertThat(line.take(new Batch(7, MEGABYTE))).isCompleted();
        var heldBack = line.take(new Batch(1, MEGABYTE));
        assertThat(heldBack).isNotCompleted();
        ends.add(true);

        assertThat(heldBack).succeedsWithin(Duration.ofSeconds(20));
    }

    @Test
    void noMoreIsHandledTogetherThanTheBoundsAllowUnlessABatchAloneIsMore() throws Exception {
        line.take(new Batch(1));
        begun.take();
        var batches = List.of(
                new Batch(MOST_TOGETHER - 1),
                new Batch(1),
                new Batch(2),
                new Batch(5, MEGABYTE),
                new Batch(4, MEGABYTE),
                new Batch(9, MEGABYTE),
                new Batch(1));
        batches.forEach(line::take);
        ends.addAll(Collections.nCopies(6, true));

        assertThat(begun.take()).containsExactly(batches.get(0), batches.get(1));
        assertThat(begun.take()).containsExactly(batches.get(2), batches.get(3));
        assertThat(begun.take()).containsExactly(batches.get(4));
        assertThat(begun.take()).containsExactly(batches.get(5));
        assertThat(begun.take()).containsExactly(batches.get(6));
    }

    @Test
    void nothingIsHandledBehindWhatAStopLeft() throws Exception {
        var threads = new ArrayBlockingQueue<Thread>(10);
        var stopping = new EventLine(
                batches -> {
                    threads.add(Thread.currentThread());
                    return ended();
                },
                failures::add);
        stopping.take(new Batch(1));
        stopping.take(new Batch(2));
        ends.add(false);
        threads.take().join();

        var left = stopping.take(new Batch(3));

        assertThat(threads.poll(200, MILLISECONDS)).isNull();
        assertThat(left).isNotCompleted();
        assertThat(failures).isEmpty();
    }

    @Test
    void aBatchThatCannotBeConsumedEndsTheLine() throws Exception {
        var failing = failing();
        failing.take(new Batch(1));
        begun.take();
        var heldBack = failing.take(new Batch(MOST_WAITING));

        ends.add(true);

        assertThatThrownBy(() -> heldBack.toCompletableFuture().join()).hasMessageContaining("no");
        assertThatThrownBy(
                        () -> failing.take(new Batch(1)).toCompletableFuture().join())
                .hasMessageContaining("no");
    }

    @Test
    void aFailureIsToldAtOnceAlsoWhenNothingComesBehindIt() throws Exception {
        failing().take(new Batch(1));
        ends.add(true);

        assertThat(failures.take()).hasMessage("no");
    }

    private EventLine failing() {
        return new EventLine(
                batches -> {
                    begun.add(batches);
                    ended();
                    throw new IllegalStateException("no");
                },
                failures::add);
    }

    private boolean ended() {
        try {
            return ends.take();
        } catch (InterruptedException e) {
            throw new IllegalStateException(e);
        }
    }
}
