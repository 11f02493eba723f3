package io.carryon.gateway.testing;

import static org.awaitility.Awaitility.await;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.time.Duration;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.UUID;
import java.util.concurrent.Callable;
import java.util.concurrent.Future;
import java.util.function.Consumer;
import java.util.function.Predicate;
import org.apache.kafka.clients.consumer.ConsumerRecord;
import org.apache.kafka.clients.consumer.KafkaConsumer;
import org.apache.kafka.clients.producer.KafkaProducer;
import org.apache.kafka.clients.producer.ProducerRecord;
import org.apache.kafka.clients.producer.RecordMetadata;
import org.apache.kafka.common.TopicPartition;
import org.apache.kafka.common.serialization.ByteArrayDeserializer;
import org.apache.kafka.common.serialization.StringDeserializer;
import org.apache.kafka.common.serialization.StringSerializer;
import org.eclipse.microprofile.config.ConfigProvider;

/** The other services' end of the line: reads and writes the real topics. */
public final class Line {

    private static final ObjectMapper JSON = new ObjectMapper();

    /** One for all tests of an application; nobody closes it, its thread keeps no JVM alive. */
    private static final KafkaProducer<String, String> PRODUCER = new KafkaProducer<>(
            Map.of("bootstrap.servers", setting("carryon.kafka.bootstrap"), "acks", "all"),
            new StringSerializer(),
            new StringSerializer());

    private Line() {}

    /** Publishes an event as its producer would. */
    public static void publish(String topic, UUID key, Object event) {
        publish(topic, Map.of(key, event));
    }

    /** Publishes events by their keys, so close together that a consumer of batches reads them at once. */
    public static void publish(String topic, Map<UUID, Object> events) {
        try {
            var sent = new ArrayList<Future<RecordMetadata>>();
            for (var event : events.entrySet()) {
                var payload =
                        event.getValue() instanceof String text ? text : JSON.writeValueAsString(event.getValue());
                sent.add(PRODUCER.send(
                        new ProducerRecord<>(prefixed(topic), event.getKey().toString(), payload)));
            }
            for (var acknowledged : sent) {
                acknowledged.get();
            }
        } catch (Exception e) {
            throw new IllegalStateException("The event could not be published", e);
        }
    }

    /** The entries of a contact on contact.received, once at least so many are there, in their order. */
    public static List<JsonNode> entriesOf(UUID contactId, int atLeast) {
        return recordsOf(contactId, atLeast).stream()
                .map(record -> read(record.value()))
                .sorted(Comparator.comparingInt(entry -> entry.get("sequence").asInt()))
                .toList();
    }

    /** The records of a contact on contact.received, once at least so many are there. */
    public static List<ConsumerRecord<String, byte[]>> recordsOf(UUID contactId, int atLeast) {
        var found = new ArrayList<ConsumerRecord<String, byte[]>>();
        eachReceived(consumer -> untilPolled(() -> {
            consumer.poll(Duration.ofMillis(100)).forEach(record -> {
                if (contactId
                        .toString()
                        .equals(read(record.value()).get("contactId").asText())) {
                    found.add(record);
                }
            });
            return found.size() >= atLeast;
        }));
        return found;
    }

    /** What was published of a contact, in the order it was, until an entry with this sequence has been seen. */
    public static List<JsonNode> recordsUpTo(UUID contactId, int sequence) {
        var found = new ArrayList<JsonNode>();
        eachReceived(consumer -> untilPolled(() -> {
            consumer.poll(Duration.ofMillis(100)).forEach(record -> {
                var entry = read(record.value());
                if (contactId.toString().equals(entry.get("contactId").asText())) {
                    found.add(entry);
                }
            });
            return found.stream().anyMatch(entry -> entry.get("sequence").asInt() == sequence);
        }));
        return found;
    }

    /** What was published of a contact before another one of the same sender: all there is, for who must be told once. */
    public static List<JsonNode> entriesBefore(UUID marker, UUID contactId) {
        var found = new ArrayList<JsonNode>();
        eachReceived(consumer -> untilPolled(() -> {
            var seen = false;
            for (var record : consumer.poll(Duration.ofMillis(100))) {
                var entry = read(record.value());
                seen |= marker.toString().equals(entry.get("contactId").asText());
                if (contactId.toString().equals(entry.get("contactId").asText())) {
                    found.add(entry);
                }
            }
            return seen;
        }));
        return found;
    }

    /** The first event of a topic that fits, once it is there. */
    public static JsonNode awaited(String topic, Predicate<JsonNode> fits) {
        return await().atMost(Duration.ofSeconds(15))
                .until(() -> allOf(topic).stream().filter(fits).findFirst(), Optional::isPresent)
                .orElseThrow();
    }

    /**
     * What became of a call, once it ends with this change; as readers take it, who pass over what is not above the last
     * revision they know.
     */
    public static List<JsonNode> changesOf(UUID contactId, String last) {
        return await().atMost(Duration.ofSeconds(15))
                .until(
                        () -> growing(contactId),
                        changes -> !changes.isEmpty()
                                && last.equals(changes.getLast().get("change").asText()));
    }

    private static List<JsonNode> growing(UUID contactId) {
        var growing = new ArrayList<JsonNode>();
        for (var event : allOf("call.changed")) {
            if (contactId.toString().equals(event.get("contactId").asText())
                    && (growing.isEmpty() || revision(growing.getLast()) < revision(event))) {
                growing.add(event);
            }
        }
        return growing;
    }

    private static int revision(JsonNode event) {
        return event.get("revision").asInt();
    }

    /** All events that a topic holds now, each partition's in its order. */
    public static List<JsonNode> allOf(String topic) {
        return allRecordsOf(topic).stream().map(record -> read(record.value())).toList();
    }

    /** All records that a topic holds now, each partition's in its order. */
    public static List<ConsumerRecord<String, byte[]>> allRecordsOf(String topic) {
        var found = new ArrayList<ConsumerRecord<String, byte[]>>();
        fromTheBeginning(topic, consumer -> {
            var ends = consumer.endOffsets(consumer.assignment());
            while (ends.entrySet().stream().anyMatch(end -> consumer.position(end.getKey()) < end.getValue())) {
                consumer.poll(Duration.ofMillis(100)).forEach(found::add);
            }
        });
        return found;
    }

    /** The polls wait themselves, until something comes. */
    private static void untilPolled(Callable<Boolean> enough) {
        await().pollDelay(Duration.ZERO)
                .pollInterval(Duration.ofMillis(1))
                .atMost(Duration.ofSeconds(15))
                .until(enough);
    }

    private static void eachReceived(Consumer<KafkaConsumer<String, byte[]>> reading) {
        fromTheBeginning("contact.received", reading);
    }

    private static void fromTheBeginning(String topic, Consumer<KafkaConsumer<String, byte[]>> reading) {
        var config = Map.<String, Object>of("bootstrap.servers", setting("carryon.kafka.bootstrap"));
        try (var consumer = new KafkaConsumer<>(config, new StringDeserializer(), new ByteArrayDeserializer())) {
            // The first event ever makes the topic.
            var partitions = await()
                    .atMost(Duration.ofSeconds(15))
                    .until(() -> consumer.partitionsFor(prefixed(topic)), known -> !known.isEmpty())
                    .stream()
                    .map(p -> new TopicPartition(p.topic(), p.partition()))
                    .toList();
            consumer.assign(partitions);
            consumer.seekToBeginning(partitions);
            reading.accept(consumer);
        }
    }

    /** A topic as this test run names it. */
    public static String prefixed(String topic) {
        return setting("carryon.topics.prefix") + topic;
    }

    private static JsonNode read(byte[] payload) {
        try {
            return JSON.readTree(new String(payload, StandardCharsets.UTF_8));
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    private static String setting(String name) {
        return ConfigProvider.getConfig().getOptionalValue(name, String.class).orElse("");
    }
}
