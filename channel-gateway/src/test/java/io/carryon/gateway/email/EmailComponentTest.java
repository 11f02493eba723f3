package io.carryon.gateway.email;

import static io.restassured.RestAssured.given;
import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;
import static org.hamcrest.Matchers.equalTo;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import io.carryon.local.testing.LocalStackResource;
import io.quarkus.test.common.ResourceArg;
import io.quarkus.test.common.TestResourceScope;
import io.quarkus.test.common.WithTestResource;
import io.quarkus.test.junit.QuarkusTest;
import io.smallrye.jwt.build.Jwt;
import jakarta.mail.Folder;
import jakarta.mail.Message;
import jakarta.mail.Session;
import jakarta.mail.internet.InternetAddress;
import jakarta.mail.internet.MimeMessage;
import java.io.ByteArrayInputStream;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Properties;
import java.util.Set;
import java.util.UUID;
import org.apache.kafka.clients.consumer.KafkaConsumer;
import org.apache.kafka.clients.producer.KafkaProducer;
import org.apache.kafka.clients.producer.ProducerRecord;
import org.apache.kafka.common.TopicPartition;
import org.apache.kafka.common.serialization.ByteArrayDeserializer;
import org.apache.kafka.common.serialization.StringDeserializer;
import org.apache.kafka.common.serialization.StringSerializer;
import org.eclipse.microprofile.config.ConfigProvider;
import org.junit.jupiter.api.Test;

@QuarkusTest
@WithTestResource(
        value = LocalStackResource.class,
        scope = TestResourceScope.GLOBAL,
        initArgs = @ResourceArg(name = "name", value = "gateway"))
class EmailComponentTest {

    private static final Duration PATIENCE = Duration.ofSeconds(30);
    private static final ObjectMapper JSON = new ObjectMapper();

    private final String unique = UUID.randomUUID().toString();

    @Test
    void aMailBecomesExactlyOneContactHoweverOftenItIsDelivered() throws Exception {
        var mail = Mails.rich("jm@example.org", unique + "@example.org");
        deliver(mail);
        deliver(mail);

        await().atMost(PATIENCE).untilAsserted(() -> assertThat(outcomes()).containsExactly("DUPLICATE", "ACCEPTED"));
        var contact = received().stream().filter(this::isMine).toList();
        assertThat(contact).singleElement().satisfies(event -> {
            assertThat(event.at("/channel").asText()).isEqualTo("email");
            assertThat(event.at("/sender/handles/0/value").asText()).isEqualTo("jm@example.org");
            assertThat(event.at("/subject").asText()).isEqualTo("Störung seit heute");
            assertThat(event.at("/visibleText").asText()).isEqualTo("Grüße");
            assertThat(event.at("/attachments").size()).isEqualTo(2);
            assertThat(event.at("/thread/inReplyTo/0").asText()).isEqualTo("earlier@example.org");
        });
        var file = contact.getFirst().at("/attachments/1");
        given().auth()
                .oauth2(token("agent"))
                .queryParam("mediaType", file.get("mediaType").asText())
                .queryParam("name", file.get("name").asText())
                .get("/v1/originals/" + file.get("sha256").asText())
                .then()
                .statusCode(200)
                .contentType("application/pdf")
                .header("X-Content-Type-Options", equalTo("nosniff"))
                .body(equalTo("%PDF-1"));
    }

    @Test
    void anAutomaticAnswerMakesNoContactButHasItsRow() throws Exception {
        deliver(Mails.autoReply("away@example.org", unique + "@example.org"));

        await().atMost(PATIENCE).untilAsserted(() -> assertThat(outcomes()).containsExactly("AUTOMATIC"));
        assertThat(received().stream().filter(this::isMine)).isEmpty();
    }

    @Test
    void whatNoReaderCanReadIsHeldAndStaffDecide() throws Exception {
        var body = "Subject: " + unique + "\nMessage-ID: <" + unique + "@example.org>\n\nno sender\n";
        deliver(body);

        await().atMost(PATIENCE).untilAsserted(() -> assertThat(outcomes()).containsExactly("QUARANTINED"));
        var supervisor = token("supervisor");
        var id = given().auth()
                .oauth2(supervisor)
                .get("/v1/quarantine")
                .then()
                .statusCode(200)
                .extract()
                .<String>path("items[0].id");
        given().auth()
                .oauth2(supervisor)
                .get("/v1/quarantine/" + id + "/original")
                .then()
                .statusCode(200);
        given().auth()
                .oauth2(supervisor)
                .post("/v1/quarantine/" + id + "/retry")
                .then()
                .statusCode(409)
                .contentType("application/problem+json");
        given().auth()
                .oauth2(supervisor)
                .contentType("application/json")
                .body(Map.of("reason", "not a mail"))
                .post("/v1/quarantine/" + id + "/discard")
                .then()
                .statusCode(200)
                .body("state", equalTo("DISCARDED"));
        given().auth().oauth2(token("agent")).get("/v1/quarantine").then().statusCode(403);
    }

    @Test
    void aReplyArrivesOnceInTheCustomersMailboxAsAThreadAndItsBounceIsReported() throws Exception {
        var customer = "customer-" + unique.substring(0, 8) + "@example.org";
        var replyId = UUID.randomUUID();
        var request = replyTo(customer, replyId);
        publish("reply.requested", request);
        publish("reply.requested", request);

        await().atMost(PATIENCE)
                .untilAsserted(() -> assertThat(outcomesOf(replyId)).contains("SENT"));
        var mails = mailbox(customer);
        assertThat(mails).hasSize(1);
        var headers = mails.getFirst();
        assertThat(headers).contains("In-Reply-To: <question@example.org>");
        assertThat(headers).containsPattern("References: <first@example.org>\\s+<question@example.org>");
        assertThat(headers).containsPattern("Subject: Re: Invoice Bcc: everybody@example.org\\s+\\[#1004273\\]");
        assertThat(headers).doesNotContainPattern("(?im)^(Bcc|Auto-Submitted):");
        assertThat(headers).containsPattern("Message-ID: <" + replyId + "\\.[0-9a-f-]{36}\\.[0-9a-f]{16}@");
        var ourId = headers.lines()
                .filter(line -> line.startsWith("Message-ID: "))
                .findFirst()
                .orElseThrow()
                .substring("Message-ID: ".length());

        deliver(Mails.bounce(unique + "@mx.example.org", ourId));

        await().atMost(PATIENCE)
                .untilAsserted(() -> assertThat(outcomesOf(replyId)).containsExactly("SENT", "BOUNCED"));
        assertThat(outcomes()).containsExactly("BOUNCE");
    }

    @Test
    void anAnswerToOurReplyCarriesTheIssue() throws Exception {
        var issueId = UUID.randomUUID();
        var ourId =
                new ReplyToken(setting("carryon.signing-secret")).messageId(UUID.randomUUID(), issueId, "carryon.test");
        deliver("In-Reply-To: " + ourId + "\n"
                + Mails.plain("ann@example.org", unique + "@example.org", "Re: Invoice [#1004273]", "Thanks"));

        await().atMost(PATIENCE)
                .untilAsserted(() -> assertThat(received().stream().filter(this::isMine))
                        .singleElement()
                        .satisfies(event -> assertThat(
                                        event.at("/thread/repliedIssueId").asText())
                                .isEqualTo(issueId.toString())));
    }

    private boolean isMine(JsonNode event) {
        return event.at("/thread/messageId").asText().contains(unique);
    }

    private List<String> outcomes() {
        var rows = given().auth()
                .oauth2(token("supervisor"))
                .queryParam("limit", 100)
                .get("/v1/intake")
                .then()
                .statusCode(200)
                .extract()
                .jsonPath()
                .<Map<String, Object>>getList("items");
        return rows.stream()
                .filter(row -> String.valueOf(row.get("providerId")).contains(unique))
                .map(row -> String.valueOf(row.get("outcome")))
                .toList();
    }

    private static List<String> outcomesOf(UUID replyId) {
        return read("delivery.outcome").stream()
                .filter(event -> event.at("/replyId").asText().equals(replyId.toString()))
                .map(event -> event.at("/outcome").asText())
                .toList();
    }

    private static List<JsonNode> received() {
        return read("contact.received");
    }

    private static List<JsonNode> read(String topic) {
        var config = Map.<String, Object>of("bootstrap.servers", setting("carryon.kafka.bootstrap"));
        var events = new ArrayList<JsonNode>();
        try (var consumer = new KafkaConsumer<>(config, new StringDeserializer(), new ByteArrayDeserializer())) {
            var name = setting("carryon.topics.prefix") + topic;
            var partitions = consumer.partitionsFor(name).stream()
                    .map(p -> new TopicPartition(name, p.partition()))
                    .toList();
            consumer.assign(partitions);
            consumer.seekToBeginning(partitions);
            var ends = consumer.endOffsets(partitions);
            while (ends.entrySet().stream().anyMatch(end -> consumer.position(end.getKey()) < end.getValue())) {
                for (var event : consumer.poll(Duration.ofMillis(100))) {
                    events.add(JSON.readTree(event.value()));
                }
            }
        } catch (java.io.IOException e) {
            throw new java.io.UncheckedIOException(e);
        }
        return events;
    }

    private static void publish(String topic, String event) throws Exception {
        var config = Map.<String, Object>of("bootstrap.servers", setting("carryon.kafka.bootstrap"));
        try (var producer = new KafkaProducer<>(config, new StringSerializer(), new StringSerializer())) {
            producer.send(new ProducerRecord<>(setting("carryon.topics.prefix") + topic, "ticket", event))
                    .get();
        }
    }

    private static String replyTo(String customer, UUID replyId) {
        return """
                {"replyId":"%s","ticketId":"01960f0b-1c2d-7e3f-8a4b-5c6d7e8f9a0b","ticketNumber":"1004273",
                 "issueId":"01960f0a-58f3-7c44-8c5b-8f1f0f4f1a11","customerId":"01960f0a-58f3-7c44-8c5b-8f1f0f4f1a10",
                 "contactId":"01960f0a-58f3-7c44-8c5b-8f1f0f4f1a12","channel":"email","connection":"support",
                 "to":{"kind":"mailto","value":"%s","name":"Jürgen\\r\\nBcc: all@example.org"},
                 "subject":"Invoice\\r\\nBcc: everybody@example.org","text":"Grüße,\\n\\nit is done.",
                 "author":{"id":"a1","name":"Ann Agent"},
                 "thread":{"inReplyTo":"<question@example.org>","references":["first@example.org"]},
                 "requestedAt":"2026-03-02T10:20:00Z"}""".formatted(replyId, customer);
    }

    private static void deliver(String mail) throws Exception {
        var properties = new Properties();
        properties.put("mail.smtp.host", setting("carryon.smtp.host"));
        properties.put("mail.smtp.port", setting("carryon.smtp.port"));
        properties.put("mail.smtp.from", "sender@example.org");
        var session = Session.getInstance(properties);
        var message = new MimeMessage(session, new ByteArrayInputStream(Mails.bytes(mail)));
        try (var transport = session.getTransport("smtp")) {
            transport.connect();
            transport.sendMessage(
                    message, new InternetAddress[] {new InternetAddress(setting("carryon.mail.address"))});
        }
    }

    private static List<String> mailbox(String address) throws Exception {
        var properties = new Properties();
        properties.put("mail.imap.timeout", "10000");
        try (var store = Session.getInstance(properties).getStore("imap")) {
            store.connect(setting("carryon.imap.host"), Integer.parseInt(setting("carryon.imap.port")), address, "any");
            try (var folder = store.getFolder("INBOX")) {
                folder.open(Folder.READ_ONLY);
                var texts = new ArrayList<String>();
                for (Message message : folder.getMessages()) {
                    var out = new java.io.ByteArrayOutputStream();
                    message.writeTo(out);
                    texts.add(out.toString(java.nio.charset.StandardCharsets.UTF_8));
                }
                return texts;
            }
        }
    }

    private static String token(String role) {
        return Jwt.issuer(setting("carryon.jwt.issuer"))
                .audience(setting("carryon.jwt.audience"))
                .upn(role + "-1")
                .groups(Set.of(role))
                .expiresIn(Duration.ofMinutes(10))
                .sign(setting("carryon.test.jwt.private-key"));
    }

    private static String setting(String name) {
        return ConfigProvider.getConfig().getValue(name, String.class);
    }
}
