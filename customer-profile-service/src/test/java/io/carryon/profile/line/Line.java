package io.carryon.profile.line;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.time.Duration;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import java.util.concurrent.ExecutionException;
import org.apache.kafka.clients.consumer.ConsumerRecord;
import org.apache.kafka.clients.consumer.KafkaConsumer;
import org.apache.kafka.clients.producer.KafkaProducer;
import org.apache.kafka.clients.producer.ProducerRecord;
import org.apache.kafka.common.serialization.ByteArrayDeserializer;
import org.apache.kafka.common.serialization.ByteArraySerializer;
import org.apache.kafka.common.serialization.StringDeserializer;
import org.apache.kafka.common.serialization.StringSerializer;
import org.awaitility.Awaitility;
import org.eclipse.microprofile.config.ConfigProvider;

/** The services before and after this one: puts events onto the real broker and reads what comes out. */
public final class Line implements AutoCloseable {

    private static final ObjectMapper JSON = new ObjectMapper();

    private final KafkaProducer<String, byte[]> producer;
    private final KafkaConsumer<String, byte[]> consumer;
    private final List<ConsumerRecord<String, byte[]>> read = new ArrayList<>();

    public Line(String... topics) {
        var broker = Map.<String, Object>of("bootstrap.servers", config("carryon.kafka.bootstrap"));
        producer = new KafkaProducer<>(broker, new StringSerializer(), new ByteArraySerializer());
        consumer = new KafkaConsumer<>(
                Map.of(
                        "bootstrap.servers",
                        config("carryon.kafka.bootstrap"),
                        "group.id",
                        "test-" + UUID.randomUUID(),
                        "auto.offset.reset",
                        "earliest",
                        "metadata.max.age.ms",
                        "1000"),
                new StringDeserializer(),
                new ByteArrayDeserializer());
        consumer.subscribe(Arrays.stream(topics).map(Line::topic).toList());
    }

    public static String topic(String name) {
        return config("carryon.topics.prefix") + name;
    }

    public static String config(String name) {
        return ConfigProvider.getConfig().getValue(name, String.class);
    }

    public void send(String topic, String key, JsonNode event) {
        send(topic, key, event.toString());
    }

    /** Returns when the broker has it. */
    public void send(String topic, String key, String value) {
        var message = new ProducerRecord<>(topic(topic), key, value.getBytes(StandardCharsets.UTF_8));
        message.headers().add("ce_correlationid", "path-of-a-test".getBytes(StandardCharsets.UTF_8));
        try {
            producer.send(message).get();
        } catch (InterruptedException | ExecutionException e) {
            throw new IllegalStateException(e);
        }
    }

    /** The first {@code count} recognized events of an entry. */
    public List<JsonNode> recognized(UUID entry, int count) {
        return messages(count, entry).stream().map(Line::json).toList();
    }

    public JsonNode recognized(UUID entry) {
        return recognized(entry, 1).getFirst();
    }

    /** The first {@code count} messages whose value names the id. */
    public List<ConsumerRecord<String, byte[]>> messages(int count, Object id) {
        return Awaitility.await()
                .atMost(Duration.ofSeconds(30))
                .pollInterval(Duration.ofMillis(10))
                .until(() -> about(id), found -> found.size() >= count);
    }

    /** Everything read so far whose value names the id. */
    public List<ConsumerRecord<String, byte[]>> about(Object id) {
        consumer.poll(Duration.ofMillis(50)).forEach(read::add);
        return read.stream()
                .filter(message -> new String(message.value(), StandardCharsets.UTF_8).contains(id.toString()))
                .toList();
    }

    public static JsonNode json(ConsumerRecord<String, byte[]> message) {
        try {
            return JSON.readTree(message.value());
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    @Override
    public void close() {
        producer.close();
        consumer.close();
    }
}
