package io.carryon.profile.recognition.answer;

import static io.restassured.RestAssured.given;
import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import com.fasterxml.jackson.databind.node.ObjectNode;
import com.networknt.schema.JsonSchema;
import com.networknt.schema.JsonSchemaFactory;
import com.networknt.schema.SpecVersion;
import io.carryon.profile.documents.Change;
import io.carryon.profile.documents.Documents;
import io.carryon.profile.line.Line;
import io.carryon.profile.line.OnLocalStack;
import io.restassured.response.ValidatableResponse;
import jakarta.inject.Inject;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import org.awaitility.Awaitility;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;

/** Sends contacts and answers into the line, and reads what came of them. */
abstract class AnswersOnTheLine extends OnLocalStack {

    private static final ObjectMapper JSON = new ObjectMapper();
    private static final JsonSchema SCHEMA = JsonSchemaFactory.getInstance(SpecVersion.VersionFlag.V202012)
            .getSchema(resource("/contracts/contact.linked.v1.schema.json"));

    @Inject
    Documents documents;

    final String from = someone();
    final UUID first = UUID.randomUUID();
    final UUID second = UUID.randomUUID();
    Line line;

    @BeforeEach
    void openLine() {
        line = new Line("contact.recognized", "contact.linked");
    }

    @AfterEach
    void closeLine() {
        line.close();
    }

    private static JsonNode resource(String path) {
        try (var stream = AnswersOnTheLine.class.getResourceAsStream(path)) {
            return JSON.readTree(stream);
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    JsonNode recognize(ObjectNode event) {
        line.send("contact.received", from, event);
        return line.recognized(UUID.fromString(event.get("entryId").asText()));
    }

    String issue(ObjectNode event) {
        return recognize(event).at("/issue/id").asText();
    }

    /** As if recognition had not been certain whether the contact is about the issue. */
    void ask(UUID contact, String issue) {
        var candidate = Map.of("issueId", issue, "lastContactAt", Instant.now().toString());
        documents.apply(List.of(Change.of("contact:" + contact)
                .set("decided.issue.decision", "ASK")
                .set("decided.issue.candidates", List.of(candidate))
                .set("decided.question.issueId", issue)
                .set("decided.question.disclosable", true)));
    }

    /** As if it might be about one of several issues of a customer who is not proved to be the one. */
    void askInGeneral(UUID contact, List<String> issues) {
        var candidates = issues.stream()
                .map(issue ->
                        Map.of("issueId", issue, "lastContactAt", Instant.now().toString()))
                .toList();
        documents.apply(List.of(Change.of("contact:" + contact)
                .set("decided.issue.decision", "ASK")
                .set("decided.issue.candidates", candidates)
                .set("decided.question.issueId", issues.getFirst())
                .set("decided.question.disclosable", false)));
    }

    ValidatableResponse post(UUID contact, String path, String role, String body) {
        return given().auth()
                .oauth2(token(role))
                .header("Idempotency-Key", UUID.randomUUID())
                .contentType("application/json")
                .body(body)
                .post("/v1/contacts/" + contact + "/link" + path)
                .then();
    }

    ValidatableResponse get(String path) {
        return given().auth().oauth2(token("admin")).get(path).then().statusCode(200);
    }

    void customerSays(UUID contact, boolean same) {
        line.send(
                "recognition.answered",
                contact.toString(),
                JSON.createObjectNode()
                        .put("answerId", UUID.randomUUID().toString())
                        .put("contactId", contact.toString())
                        .put("same", same)
                        .put("channel", "portal")
                        .put("at", Instant.now().toString()));
    }

    /** The event, which keeps to its schema. */
    JsonNode linked(UUID contact, String state) {
        var event = awaited(contact, state);
        assertThat(SCHEMA.validate(event)).as(event.toPrettyString()).isEmpty();
        return event;
    }

    private JsonNode awaited(UUID contact, String state) {
        return Awaitility.await()
                .atMost(Duration.ofSeconds(30))
                .until(
                        () -> line.about(contact).stream()
                                .filter(message -> message.topic().endsWith("contact.linked"))
                                .map(Line::json)
                                .filter(event -> event.get("state").asText().equals(state))
                                .toList(),
                        events -> !events.isEmpty())
                .getFirst();
    }
}
