package io.carryon.local.stack;

import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

import com.mongodb.client.MongoClient;
import com.mongodb.client.MongoClients;
import com.mongodb.client.MongoCollection;
import io.carryon.local.process.Program;
import io.carryon.local.process.Supervised;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.sql.Connection;
import java.sql.DriverManager;
import java.sql.ResultSet;
import java.time.Duration;
import java.util.List;
import java.util.Map;
import java.util.stream.IntStream;
import org.apache.kafka.clients.consumer.KafkaConsumer;
import org.apache.kafka.clients.producer.KafkaProducer;
import org.apache.kafka.clients.producer.ProducerRecord;
import org.apache.kafka.common.TopicPartition;
import org.apache.kafka.common.serialization.StringDeserializer;
import org.apache.kafka.common.serialization.StringSerializer;
import org.bson.Document;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class PartsSurviveKillTest {

    @TempDir
    Path data;

    private final StackPorts ports = StackPorts.free();
    private Stack stack;
    private EmbeddedParts parts;

    @BeforeEach
    void prepare() {
        stack = new Stack(data, news -> {});
        parts = new EmbeddedParts(
                new Installation(Path.of("../..").toAbsolutePath().normalize()), data, ports, JvmCache.NONE);
    }

    @AfterEach
    void stop() {
        stack.close();
    }

    @Test
    void postgresKeepsWhatItCommitted() throws Exception {
        Supervised postgres = up(parts.postgres());
        Databases.ensure(ports.postgres(), "carryon");
        String url = Databases.url(ports.postgres(), "carryon");
        try (Connection connection = DriverManager.getConnection(url, Databases.USER, "")) {
            connection.createStatement().execute("create table ticket as select generate_series(1, 500) as number");
        }

        kill(postgres);

        try (Connection connection = DriverManager.getConnection(url, Databases.USER, "");
                ResultSet count = connection.createStatement().executeQuery("select count(*) from ticket")) {
            assertThat(count.next()).isTrue();
            assertThat(count.getInt(1)).isEqualTo(500);
        }
    }

    @Test
    void kafkaKeepsWhatItAcknowledged() throws Exception {
        Supervised kafka = up(parts.kafka());
        Map<String, Object> client = Map.of("bootstrap.servers", "127.0.0.1:" + ports.kafka(), "acks", "all");
        try (var producer = new KafkaProducer<>(client, new StringSerializer(), new StringSerializer())) {
            for (int i = 0; i < 200; i++) {
                producer.send(new ProducerRecord<>("contacts", 0, "key", "contact " + i))
                        .get();
            }
        }

        kill(kafka);

        try (var consumer = new KafkaConsumer<>(
                Map.of("bootstrap.servers", "127.0.0.1:" + ports.kafka()),
                new StringDeserializer(),
                new StringDeserializer())) {
            TopicPartition partition = new TopicPartition("contacts", 0);
            consumer.assign(List.of(partition));
            assertThat(consumer.endOffsets(List.of(partition))).containsEntry(partition, 200L);
        }
    }

    @Test
    void mongodbKeepsEveryWriteItAnswered() throws Exception {
        Supervised mongodb = up(parts.mongodb());
        try (MongoClient client = MongoClients.create("mongodb://127.0.0.1:" + ports.mongodb())) {
            MongoCollection<Document> customers = client.getDatabase("carryon").getCollection("customers");
            IntStream.range(0, 400).parallel().forEach(i -> customers.insertOne(new Document("_id", "customer-" + i)));
        }

        kill(mongodb);

        try (MongoClient client = MongoClients.create("mongodb://127.0.0.1:" + ports.mongodb())) {
            assertThat(client.getDatabase("carryon").getCollection("customers").countDocuments())
                    .isEqualTo(400);
        }
    }

    @Test
    void mailKeepsMessagesAndWhereTheyWereMovedByteForByte() throws Exception {
        Supervised mail = up(parts.mail());
        Mailbox mailbox = new Mailbox(ports.smtp(), ports.imap(), "support@carryon.test");
        byte[] hostile =
                "Subject: =?x-none?q?=80?= \u00ff\r\nno header at all\r\nX: \u0000\r\n\r\n.dot\r\n\u00e4\u0000\u00ff"
                        .getBytes(StandardCharsets.ISO_8859_1);
        mailbox.deliver("Subject: moved\r\n\r\none\r\n".getBytes(StandardCharsets.US_ASCII));
        mailbox.moveAll("INBOX", "Processed");
        mailbox.deliver(hostile);

        kill(mail);

        assertThat(mailbox.messages("Processed"))
                .singleElement()
                .satisfies(message -> assertThat(message).contains("Subject: moved"));
        assertThat(mailbox.messages("INBOX"))
                .singleElement()
                .satisfies(message -> assertThat(message).contains(new String(hostile, StandardCharsets.ISO_8859_1)));
    }

    private Supervised up(Program program) throws Exception {
        Supervised part = stack.start(program);
        part.awaitReady();
        return part;
    }

    private static void kill(Supervised part) throws Exception {
        long killed = part.pid();
        ProcessHandle.of(killed).orElseThrow().destroyForcibly();
        await().atMost(Duration.ofSeconds(30)).until(() -> part.pid() != killed);
        await().atMost(Duration.ofSeconds(30))
                .until(() -> part.program().readiness().ready(part.pid()));
    }
}
