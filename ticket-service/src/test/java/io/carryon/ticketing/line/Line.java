package io.carryon.ticketing.line;

import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import com.fasterxml.jackson.databind.node.ObjectNode;
import io.quarkus.test.common.ResourceArg;
import io.quarkus.test.common.TestResourceScope;
import io.quarkus.test.common.WithTestResource;
import io.smallrye.jwt.build.Jwt;
import java.nio.charset.StandardCharsets;
import java.time.Duration;
import java.util.Collection;
import java.util.Map;
import java.util.Set;
import java.util.UUID;
import java.util.concurrent.ConcurrentLinkedQueue;
import java.util.concurrent.ExecutionException;
import java.util.function.Predicate;
import java.util.stream.Stream;
import org.apache.kafka.clients.consumer.ConsumerRecord;
import org.apache.kafka.clients.consumer.KafkaConsumer;
import org.apache.kafka.clients.producer.KafkaProducer;
import org.apache.kafka.clients.producer.ProducerRecord;
import org.apache.kafka.common.serialization.StringDeserializer;
import org.apache.kafka.common.serialization.StringSerializer;
import org.awaitility.Awaitility;
import org.eclipse.microprofile.config.ConfigProvider;

/** The other services' end of the line, over the real broker: publishes what they publish, hears what they hear. */
@WithTestResource(
        value = CuttableStack.class,
        scope = TestResourceScope.GLOBAL,
        initArgs = @ResourceArg(name = "name", value = "ticketing"))
public final class Line {

    private static final Duration PATIENCE = Duration.ofSeconds(20);
    private static final ObjectMapper JSON = new ObjectMapper();
    private static Line open;

    private final KafkaProducer<String, String> producer;
    private final Collection<ConsumerRecord<String, String>> heard = new ConcurrentLinkedQueue<>();

    private Line() {
        producer = new KafkaProducer<>(
                Map.of("bootstrap.servers", setting("carryon.kafka.bootstrap"), "acks", "all"),
                new StringSerializer(),
                new StringSerializer());
        Thread.ofPlatform().daemon().name("line").start(this::listen);
    }

    /** The one line of the test run. */
    public static synchronized Line open() {
        if (open == null) {
            open = new Line();
        }
        return open;
    }

    /** A token's value for the Authorization header. */
    public static String bearer(String subject, String... roles) {
        return "Bearer "
                + Jwt.issuer(setting("carryon.jwt.issuer"))
                        .audience(setting("carryon.jwt.audience"))
                        .subject(subject)
                        .claim("name", "Name of " + subject)
                        .groups(Set.of(roles))
                        .sign();
    }

    /** Publishes an event as its producer does. */
    public void publish(String event, String id, String key, JsonNode data) {
        publishRaw(event, id, "io.carryon." + event + ".v1", key, data.toString());
    }

    public void publishRaw(String event, String id, String type, String key, String data) {
        var record = new ProducerRecord<>(topic(event), key, data);
        if (id != null) {
            record.headers().add("ce_id", id.getBytes(StandardCharsets.UTF_8));
        }
        record.headers()
                .add("ce_type", type.getBytes(StandardCharsets.UTF_8))
                .add("ce_correlationid", ("path-" + id).getBytes(StandardCharsets.UTF_8));
        try {
            producer.send(record).get();
        } catch (InterruptedException | ExecutionException e) {
            throw new IllegalStateException(e);
        }
    }

    public void recognized(ObjectNode event) {
        recognized(event, event.at("/customer/id").textValue());
    }

    /** Publishes a recognized contact under a key that chooses the partition. */
    public void recognized(ObjectNode event, String key) {
        publish("contact.recognized", event.at("/contact/entryId").textValue(), key, event);
    }

    /** What was heard on a topic about a ticket, or by the topic's other key, in order; waits for at least {@code count}. */
    public java.util.List<ConsumerRecord<String, String>> heard(String event, String ticketId, int count) {
        Awaitility.await().atMost(PATIENCE).until(() -> about(event, ticketId).count() >= count);
        return about(event, ticketId).toList();
    }

    /** The same, as JSON. */
    public java.util.List<JsonNode> data(String event, String ticketId, int count) {
        return heard(event, ticketId, count).stream()
                .map(record -> json(record.value()))
                .toList();
    }

    public static JsonNode json(String text) {
        try {
            return JSON.readTree(text);
        } catch (JsonProcessingException e) {
            throw new IllegalArgumentException(e);
        }
    }

    public static String header(ConsumerRecord<?, ?> record, String name) {
        return new String(record.headers().lastHeader(name).value(), StandardCharsets.UTF_8);
    }

    public static String topic(String event) {
        return ConfigProvider.getConfig()
                        .getOptionalValue("carryon.topics.prefix", String.class)
                        .orElse("")
                + event;
    }

    public static String setting(String name) {
        return ConfigProvider.getConfig().getValue(name, String.class);
    }

    private Stream<ConsumerRecord<String, String>> about(String event, String ticketId) {
        Predicate<ConsumerRecord<String, String>> wanted =
                record -> record.topic().equals(topic(event)) && record.key().equals(ticketId);
        return heard.stream().filter(wanted);
    }

    private void listen() {
        try (var consumer = new KafkaConsumer<>(
                Map.<String, Object>of(
                        "bootstrap.servers",
                        setting("carryon.kafka.bootstrap"),
                        "group.id",
                        "line-" + UUID.randomUUID(),
                        "metadata.max.age.ms",
                        1000,
                        "auto.offset.reset",
                        "earliest"),
                new StringDeserializer(),
                new StringDeserializer())) {
            consumer.subscribe(Set.of(
                    topic("ticket.changed"),
                    topic("reply.requested"),
                    topic("agents.availability"),
                    topic("chat.activity")));
            while (true) {
                consumer.poll(Duration.ofMillis(200)).forEach(heard::add);
            }
        }
    }
}
