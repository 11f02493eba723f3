package io.carryon.gateway.contact;

import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import com.networknt.schema.JsonSchema;
import com.networknt.schema.JsonSchemaFactory;
import com.networknt.schema.SpecVersion;
import io.carryon.gateway.act.CustomerAct;
import io.carryon.gateway.act.CustomerActs;
import io.carryon.gateway.recognition.QuestionStore;
import io.carryon.gateway.recognition.RecognitionAnswers;
import io.carryon.gateway.recognition.RecognitionQuestion;
import io.carryon.gateway.reply.DeliveryOutcome;
import io.carryon.gateway.reply.DeliveryReceipt;
import io.carryon.gateway.testing.Ivr;
import io.carryon.gateway.testing.Line;
import io.carryon.gateway.testing.Portal;
import io.carryon.gateway.testing.ProfileStubResource;
import io.carryon.local.testing.LocalStackResource;
import io.quarkus.test.common.ResourceArg;
import io.quarkus.test.common.TestResourceScope;
import io.quarkus.test.common.WithTestResource;
import io.quarkus.test.junit.QuarkusTest;
import jakarta.inject.Inject;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.UUID;
import org.apache.kafka.clients.consumer.ConsumerRecord;
import org.junit.jupiter.api.Test;

/** What is really published keeps to the schemas, at its largest too, and so does everything published in the past. */
@QuarkusTest
@WithTestResource(
        value = LocalStackResource.class,
        scope = TestResourceScope.GLOBAL,
        initArgs = @ResourceArg(name = "name", value = "gateway"))
@WithTestResource(value = ProfileStubResource.class, scope = TestResourceScope.GLOBAL)
class PublishedContractTest {

    private static final String RECEIVED = "contact.received.v1";
    private static final String RECORDING =
            "\"seq\":3,\"type\":\"recording\",\"consent\":true,\"recordingId\":\"r1\",\"url\":\"https://pbx.example/r1\",\"durationSec\":340";
    private static final int BROKER_LIMIT = 1_000_000;

    /** The service's own, as its publishers use it. */
    @Inject
    ObjectMapper json;

    @Inject
    QuestionStore questions;

    @Inject
    RecognitionAnswers answers;

    @Inject
    CustomerActs customerActs;

    @Test
    void aPublishedRequestKeepsToTheContractAndItsHeadersToCloudEvents() throws IOException {
        var contact = Portal.submitted(Portal.REQUEST).getUUID("contactId");

        assertKept(Line.recordsOf(contact, 1).getFirst(), contact, "account:cust-1");
    }

    @Test
    void aPublishedCallKeepsToTheContractAndItsHeadersToCloudEvents() throws IOException {
        var call = Ivr.call();
        Ivr.zeroOut(call, Ivr.ZERO).then().statusCode(201);

        assertKept(Line.recordsOf(Ivr.contactOf(call), 1).getFirst(), Ivr.contactOf(call), "tel:+49301234567");
    }

    @Test
    void everyChannelsLargestContactKeepsToTheContractAndFitsIntoAnEvent() throws IOException {
        for (var contact : LargestContacts.ofEveryChannel()) {
            var whole = json.writeValueAsBytes(contact);
            assertThat(schema(RECEIVED).validate(json.readTree(whole)))
                    .as("%s", contact.channel())
                    .isEmpty();
            var reduced = json.writeValueAsBytes(contact.reduced());
            assertThat(schema(RECEIVED).validate(json.readTree(reduced)))
                    .as("%s reduced", contact.channel())
                    .isEmpty();
            assertThat(Math.min(whole.length, reduced.length))
                    .as("%s", contact.channel())
                    .isLessThan(BROKER_LIMIT);
        }
    }

    @Test
    void aPublishedAnswerKeepsToTheContractAndItsHeadersToCloudEvents() throws IOException {
        var contact = UUID.randomUUID();
        questions.add(List.of(new RecognitionQuestion(contact, null, "en", "Is this about the same?")));
        answers.answer(contact, true, Channel.CHAT);

        var event = Line.allRecordsOf("recognition.answered").stream()
                .filter(record -> contact.toString().equals(record.key()))
                .findFirst()
                .orElseThrow();

        var payload = json.readTree(event.value());
        assertThat(schema("recognition.answered.v1").validate(payload)).isEmpty();
        assertThat(header(event, "ce_id")).isEqualTo(payload.get("answerId").asText());
        assertThat(header(event, "ce_type")).isEqualTo("io.carryon.recognition.answered.v1");
        assertThat(header(event, "ce_correlationid")).isNotBlank();
    }

    @Test
    void whatCustomersDoKeepsToTheContractAndItsHeadersToCloudEvents() throws IOException {
        var contact = UUID.randomUUID();
        var acts = List.of(
                CustomerAct.handoff(contact, Channel.CHAT, "r".repeat(600)),
                CustomerAct.closed(contact, Channel.PORTAL, null),
                CustomerAct.reopened(contact, Channel.PORTAL, " "),
                CustomerAct.rated(contact, Channel.PORTAL, 5, "c".repeat(3_000)));
        acts.forEach(customerActs::record);

        var events = await().atMost(Duration.ofSeconds(15))
                .until(
                        () -> Line.allRecordsOf("customer.acted").stream()
                                .filter(record -> contact.toString().equals(record.key()))
                                .toList(),
                        found -> found.size() >= acts.size());

        for (var event : events) {
            var payload = json.readTree(event.value());
            assertThat(schema("customer.acted.v1").validate(payload))
                    .as("%s", payload)
                    .isEmpty();
            assertThat(header(event, "ce_id")).isEqualTo(payload.get("actId").asText());
            assertThat(header(event, "ce_type")).isEqualTo("io.carryon.customer.acted.v1");
            assertThat(header(event, "ce_correlationid")).isNotBlank();
        }
        assertThat(events.stream()
                        .map(event -> header(event, "ce_id"))
                        .distinct()
                        .map(UUID::fromString))
                .containsExactlyElementsOf(acts.stream().map(CustomerAct::actId).toList());
    }

    @Test
    void whatBecomesOfACallKeepsToTheContractAndItsHeadersToCloudEvents() throws IOException {
        var call = Ivr.call();
        Ivr.zeroOut(call, Ivr.ZERO).then().statusCode(201);
        Ivr.answer(call, "{\"agentId\":\"anna\",\"extension\":\"204\",\"name\":\"Anna Weber\"}")
                .then()
                .statusCode(200);
        Ivr.tell(call, "\"seq\":1,\"type\":\"hold\",\"reason\":\"r\",\"until\":\"2099-01-01T00:00:00Z\"")
                .then()
                .statusCode(202);
        Ivr.tell(call, "\"seq\":2,\"type\":\"transfer\",\"target\":\"billing\"")
                .then()
                .statusCode(202);
        Ivr.callBack(call, "{}").then().statusCode(201);
        Ivr.tell(call, RECORDING).then().statusCode(202);
        Ivr.hangUp(call, "{\"cause\":\"normalClearing\"}").then().statusCode(200);
        var contact = Ivr.contactOf(call);
        Line.changesOf(contact, "ended");

        var changes = Line.allRecordsOf("call.changed").stream()
                .filter(record -> contact.toString().equals(record.key()))
                .toList();

        assertThat(changes).hasSizeGreaterThanOrEqualTo(5);
        for (var change : changes) {
            var payload = json.readTree(change.value());
            assertThat(schema("call.changed.v1").validate(payload))
                    .as("%s", payload)
                    .isEmpty();
            assertThat(header(change, "ce_type")).isEqualTo("io.carryon.call.changed.v1");
            assertThat(header(change, "ce_correlationid")).isNotBlank();
        }
        assertThat(Line.changesOf(contact, "ended")).hasSize((int) changes.stream()
                .map(change -> header(change, "ce_id"))
                .distinct()
                .count());
        var entry = json.readTree(Line.recordsOf(contact, 2).getLast().value());
        assertThat(schema(RECEIVED).validate(entry)).as("%s", entry).isEmpty();
        assertThat(entry.at("/phone/recordings")).hasSize(1);
    }

    @Test
    void everyOutcomeKeepsToTheContract() {
        for (var outcome : DeliveryReceipt.Outcome.values()) {
            var id = UUID.randomUUID();
            var event = new DeliveryOutcome(id, id, id, Channel.EMAIL, outcome, "why", "<a@b>", Instant.now());
            assertThat(schema("delivery.outcome.v1").validate(json.valueToTree(event)))
                    .isEmpty();
        }
    }

    @Test
    void whatWasPublishedInThePastStillKeepsToTheContract() throws IOException {
        try (var goldens = Files.list(Path.of("src/test/resources/contracts/published"))) {
            var found = goldens.toList();
            assertThat(found).hasSizeGreaterThanOrEqualTo(11);
            for (var golden : found) {
                var event = golden.getFileName().toString().replaceAll("(\\.v\\d+).*", "$1");
                assertThat(schema(event).validate(json.readTree(golden.toFile())))
                        .as("%s", golden)
                        .isEmpty();
            }
        }
    }

    private void assertKept(ConsumerRecord<String, byte[]> event, UUID contact, String key) throws IOException {
        JsonNode payload = json.readTree(event.value());
        assertThat(schema(RECEIVED).validate(payload)).isEmpty();
        assertThat(event.key()).isEqualTo(key);
        assertThat(header(event, "ce_specversion")).isEqualTo("1.0");
        assertThat(header(event, "ce_id"))
                .isEqualTo(payload.get("entryId").asText())
                .isEqualTo(contact.toString());
        assertThat(header(event, "ce_type")).isEqualTo("io.carryon.contact.received.v1");
        assertThat(header(event, "ce_source")).isEqualTo("urn:carryon:channel-gateway");
        assertThat(header(event, "ce_correlationid")).isNotBlank();
        assertThat(header(event, "content-type")).startsWith("application/json");
    }

    private static String header(ConsumerRecord<String, byte[]> event, String name) {
        var header = event.headers().lastHeader(name);
        return header == null ? null : new String(header.value(), StandardCharsets.UTF_8);
    }

    private JsonSchema schema(String event) {
        try {
            var file = Path.of("src/main/resources/contracts", event + ".schema.json");
            return JsonSchemaFactory.getInstance(SpecVersion.VersionFlag.V202012)
                    .getSchema(json.readTree(file.toFile()));
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }
}
