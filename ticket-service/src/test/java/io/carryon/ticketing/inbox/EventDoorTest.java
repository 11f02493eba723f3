package io.carryon.ticketing.inbox;

import static java.nio.charset.StandardCharsets.UTF_8;
import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.ObjectMapper;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.stream.IntStream;
import org.apache.kafka.clients.consumer.ConsumerRecord;
import org.apache.kafka.clients.consumer.ConsumerRecords;
import org.apache.kafka.common.TopicPartition;
import org.junit.jupiter.api.Test;

class EventDoorTest {

    private static final EventDoor.Kind<Integer> NUMBERS = new EventDoor.Kind<>("number", Integer.class);

    private final List<String> buried = new ArrayList<>();
    private final List<List<Integer>> handled = new ArrayList<>();
    private final EventDoor door = new EventDoor(
            new EventReader(new ObjectMapper()), new Attempts(pause -> false), (dead, why) -> bury(dead, why));

    @Test
    void aBatchIsHandledAtOnceInItsOrder() {
        var done = door.handle(batch("1", "2", "3"), NUMBERS, events -> handled.add(data(events)));

        assertThat(done).isCompleted();
        assertThat(handled).containsExactly(List.of(1, 2, 3));
    }

    @Test
    void onlyThePoisonedOneOfABatchIsPutAway() {
        var done = door.handle(batch("1", "2", "3"), NUMBERS, events -> {
            if (data(events).contains(2)) {
                throw new UnreadableEventException("two");
            }
            handled.add(data(events));
        });

        assertThat(done).isCompleted();
        assertThat(handled).containsExactly(List.of(1), List.of(3));
        assertThat(buried).containsExactly("2: two");
    }

    @Test
    void whatCannotBeReadIsPutAwayWithoutItsOwnWords() {
        door.handle(batch("1", "\"jana@example.com\"", "3"), NUMBERS, events -> handled.add(data(events)));

        assertThat(handled).containsExactly(List.of(1, 3));
        assertThat(buried)
                .singleElement()
                .asString()
                .startsWith("\"jana@example.com\": The event's data is not a Integer")
                .endsWith("(line 1, column 1)");
    }

    @Test
    void aBatchThatFailsAtAStopIsNeitherAcknowledgedNorRefused() {
        var stopping = new EventDoor(
                new EventReader(new ObjectMapper()), new Attempts(pause -> true), (dead, why) -> bury(dead, why));

        var handedBack = stopping.handle(batch("1"), NUMBERS, events -> {
            throw new IllegalStateException("EntityManagerFactory is closed");
        });

        assertThat(handedBack).isNotDone();
        assertThat(buried).isEmpty();
    }

    private boolean bury(ConsumerRecord<byte[], byte[]> dead, Throwable why) {
        return buried.add(new String(dead.value(), UTF_8) + ": " + Blame.reason(why));
    }

    private static List<Integer> data(List<EventDoor.Arrived<Integer>> events) {
        return events.stream().map(EventDoor.Arrived::data).toList();
    }

    private static ConsumerRecords<byte[], byte[]> batch(String... values) {
        var records = IntStream.range(0, values.length)
                .mapToObj(offset -> record(offset, values[offset]))
                .toList();
        return new ConsumerRecords<>(Map.of(new TopicPartition("numbers", 0), records), Map.of());
    }

    private static ConsumerRecord<byte[], byte[]> record(int offset, String value) {
        var record = new ConsumerRecord<>("numbers", 0, offset, "key".getBytes(UTF_8), value.getBytes(UTF_8));
        Map.of("ce_id", "event-" + offset, "ce_type", "number")
                .forEach((name, text) -> record.headers().add(name, text.getBytes(UTF_8)));
        return record;
    }
}
