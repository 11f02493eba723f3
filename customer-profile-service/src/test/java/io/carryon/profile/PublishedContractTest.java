package io.carryon.profile;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import com.networknt.schema.JsonSchema;
import com.networknt.schema.JsonSchemaFactory;
import com.networknt.schema.SpecVersion;
import io.carryon.profile.line.Contacts;
import io.carryon.profile.line.Line;
import io.carryon.profile.line.OnLocalStack;
import io.quarkus.test.junit.QuarkusTest;
import io.restassured.RestAssured;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.List;
import java.util.UUID;
import java.util.stream.StreamSupport;
import org.awaitility.Awaitility;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

/** What is really published keeps to the schema, and so does every example of it that another service committed. */
@QuarkusTest
class PublishedContractTest extends OnLocalStack {

    private static final ObjectMapper JSON = new ObjectMapper();
    private static final String EVENT = "contact.recognized.v1";

    private final JsonSchema schema = schema(EVENT);

    private static JsonNode schemaTree(String event) {
        return resource("/contracts/" + event + ".schema.json");
    }

    private static JsonSchema schema(String event) {
        return JsonSchemaFactory.getInstance(SpecVersion.VersionFlag.V202012).getSchema(schemaTree(event));
    }

    private static JsonNode resource(String path) {
        try (var stream = PublishedContractTest.class.getResourceAsStream(path)) {
            return JSON.readTree(stream);
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    @Test
    void whatIsPublishedKeepsToTheSchema() {
        var from = someone();
        var number = "100013";
        try (var line = new Line("contact.recognized")) {
            var first = UUID.randomUUID();
            line.send("contact.received", from, Contacts.mail(first, from, "Router"));
            var opening = line.recognized(first);
            var issue = opening.at("/issue/id").asText();
            var customer = opening.at("/customer/id").asText();
            var ticket = UUID.randomUUID();
            line.send(
                    "ticket.changed",
                    ticket.toString(),
                    Contacts.ticket(ticket, number, issue, customer, 1, "OPENED", "NEW"));
            Awaitility.await().atMost(Duration.ofSeconds(30)).until(() -> openIssues(customer) == 1);
            var linked = UUID.randomUUID();
            var answer = Contacts.mail(linked, from, "Re: Router");
            Contacts.thread(answer).put("repliedIssueId", issue);
            line.send("contact.received", from, answer);
            var stranger = UUID.randomUUID();
            var forwarded = Contacts.call(stranger, "030 120407");
            Contacts.thread(forwarded).put("repliedIssueId", issue);
            line.send("contact.received", "030 120407", forwarded);
            var other = UUID.randomUUID();
            line.send("contact.received", from, Contacts.mail(other, from, "Invoice"));

            assertThat(line.recognized(other).at("/question/kind").asText()).isEqualTo("general");
            for (var event :
                    List.of(opening, line.recognized(linked), line.recognized(stranger), line.recognized(other))) {
                assertThat(schema.validate(event)).as(event.toPrettyString()).isEmpty();
            }
            assertThat(line.recognized(linked).at("/card/openIssues")).hasSize(1);
        }
    }

    private static int openIssues(String customer) {
        return RestAssured.given()
                .auth()
                .oauth2(token("agent"))
                .get("/v1/customers/" + customer)
                .jsonPath()
                .getList("openIssues")
                .size();
    }

    @ParameterizedTest
    @CsvSource({
        EVENT + "," + EVENT,
        EVENT + "," + EVENT + ".topic",
        EVENT + "," + EVENT + ".voicemail",
        "customer.changed.v1, customer.changed.v1",
        "contact.linked.v1, contact.linked.v1",
        "contact.linked.v1, contact.linked.v1.customer-says"
    })
    void everyFormerExampleStillKeepsToTheSchema(String event, String example) {
        assertThat(schema(event).validate(resource("/contracts/published/" + example + ".json")))
                .isEmpty();
    }

    @ParameterizedTest
    @ValueSource(strings = {EVENT, "customer.changed.v1", "contact.linked.v1"})
    void everyFieldThatAnotherServiceReadsIsPromised(String event) throws IOException {
        var root = Path.of(System.getProperty("carryon.root"));
        List<Path> examples;
        try (var files = Files.walk(root, 12)) {
            examples = files.filter(file -> file.toString().contains("contracts/consumed/customer-profile-service/"))
                    .filter(file -> file.toString().contains("/src/test/resources/"))
                    .filter(file -> file.getFileName().toString().equals(event + ".json"))
                    .toList();
        }
        assertThat(examples).as("examples of the services that read " + event).isNotEmpty();
        for (var example : examples) {
            promised(JSON.readTree(example.toFile()), schemaTree(event), example + " ");
        }
    }

    private static void promised(JsonNode read, JsonNode promise, String where) {
        if (read.isObject() && promise.has("properties")) {
            read.properties().forEach(field -> {
                var at = where + "/" + field.getKey();
                assertThat(promise.get("properties").has(field.getKey())).as(at).isTrue();
                promised(field.getValue(), promise.get("properties").get(field.getKey()), at);
            });
        } else if (read.isArray()) {
            assertThat(types(promise)).as(where).contains("array");
            read.forEach(item -> promised(item, promise.get("items"), where + "[]"));
        } else {
            var type = read.isTextual()
                    ? "string"
                    : read.isIntegralNumber()
                            ? "integer"
                            : read.isBoolean() ? "boolean" : read.isObject() ? "object" : "null";
            assertThat(types(promise)).as(where).contains(type);
        }
    }

    private static List<String> types(JsonNode promise) {
        var type = promise.path("type");
        return type.isArray()
                ? StreamSupport.stream(type.spliterator(), false)
                        .map(JsonNode::asText)
                        .toList()
                : List.of(type.asText());
    }
}
