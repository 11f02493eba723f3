package io.carryon.gateway.recognition;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.ObjectMapper;
import io.smallrye.reactive.messaging.kafka.KafkaRecord;
import io.smallrye.reactive.messaging.kafka.KafkaRecordBatch;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.Iterator;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.TimeUnit;
import org.apache.kafka.common.TopicPartition;
import org.junit.jupiter.api.Test;

class ContactRecognizedConsumerTest {

    private final List<ContactLinked> taken = new ArrayList<>();
    private final List<String> buried = new ArrayList<>();
    private final ContactRecognizedConsumer consumer =
            new ContactRecognizedConsumer(new ObjectMapper(), new AskedQuestions(null, List.of()) {
                @Override
                public void take(List<RecognitionQuestion> questions, List<ContactLinked> linked) {
                    taken.addAll(linked);
                }
            });

    @Test
    void whatSaysNothingIsBuriedAloneAndTheRestOfItsBatchTakesEffect() {
        var contact = UUID.randomUUID();

        consumer.consume(new Batch(List.of(
                        linked(
                                "before",
                                "{\"contactId\":\"%s\",\"state\":\"LINKED\",\"by\":{\"kind\":\"staff\"}}"
                                        .formatted(contact)),
                        linked("nothing", "null"),
                        linked("broken", "{"),
                        asked("of no contact", "{\"question\":{\"text\":\"Refund?\",\"disclosable\":true}}"),
                        linked(
                                "after",
                                "{\"contactId\":\"%s\",\"state\":\"LINKED\",\"by\":{\"kind\":\"staff\"}}"
                                        .formatted(contact)))))
                .toCompletableFuture()
                .orTimeout(30, TimeUnit.SECONDS)
                .join();

        assertThat(taken).hasSize(2).extracting(ContactLinked::contactId).containsOnly(contact);
        assertThat(buried).containsExactlyInAnyOrder("nothing", "broken", "of no contact");
    }

    private KafkaRecord<String, byte[]> linked(String key, String event) {
        return record("carryon.contact.linked", key, event);
    }

    private KafkaRecord<String, byte[]> asked(String key, String event) {
        return record("carryon.contact.recognized", key, event);
    }

    private KafkaRecord<String, byte[]> record(String topic, String key, String event) {
        return KafkaRecord.of(topic, key, event.getBytes(StandardCharsets.UTF_8))
                .withNack(reason -> {
                    buried.add(key);
                    return CompletableFuture.completedFuture(null);
                });
    }

    private record Batch(List<KafkaRecord<String, byte[]>> getRecords) implements KafkaRecordBatch<String, byte[]> {

        @Override
        public Iterator<KafkaRecord<String, byte[]>> iterator() {
            return getRecords.iterator();
        }

        @Override
        public Map<TopicPartition, KafkaRecord<String, byte[]>> getLatestOffsetRecords() {
            return Map.of();
        }

        @Override
        public List<byte[]> getPayload() {
            return getRecords.stream().map(KafkaRecord::getPayload).toList();
        }
    }
}
