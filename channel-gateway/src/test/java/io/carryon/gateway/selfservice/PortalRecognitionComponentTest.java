package io.carryon.gateway.selfservice;

import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;
import static org.hamcrest.Matchers.contains;
import static org.hamcrest.Matchers.containsString;
import static org.hamcrest.Matchers.equalTo;
import static org.hamcrest.Matchers.nullValue;

import com.fasterxml.jackson.databind.JsonNode;
import io.carryon.gateway.testing.Line;
import io.carryon.gateway.testing.Portal;
import io.carryon.gateway.testing.ProfileStubResource;
import io.carryon.gateway.testing.TicketEvents;
import io.carryon.local.testing.LocalStackResource;
import io.quarkus.test.common.ResourceArg;
import io.quarkus.test.common.TestResourceScope;
import io.quarkus.test.common.WithTestResource;
import io.quarkus.test.junit.QuarkusTest;
import io.restassured.path.json.JsonPath;
import io.restassured.response.Response;
import java.time.Duration;
import java.time.Instant;
import java.util.Comparator;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import org.apache.kafka.clients.consumer.ConsumerRecord;
import org.junit.jupiter.api.Test;

@QuarkusTest
@WithTestResource(
        value = LocalStackResource.class,
        scope = TestResourceScope.GLOBAL,
        initArgs = @ResourceArg(name = "name", value = "gateway"))
@WithTestResource(value = ProfileStubResource.class, scope = TestResourceScope.GLOBAL)
class PortalRecognitionComponentTest {

    private static final String TEXT = "Geht es um die doppelte Abbuchung?";

    @Test
    void theQuestionStandsInTheStatusUntilItIsAnsweredAndTheAnswerIsPublished() {
        var accepted = asked();

        answer(accepted, "{\"same\":true}").then().statusCode(200).body("same", equalTo(true));

        Portal.status(accepted.getString("reference")).then().body("recognitionQuestion", nullValue());
        assertThat(published(accepted.getUUID("contactId"))).singleElement().satisfies(event -> {
            assertThat(event.get("same").asBoolean()).isTrue();
            assertThat(event.get("channel").asText()).isEqualTo("portal");
            assertThat(event.get("issueId").asText())
                    .isEqualTo(UUID.nameUUIDFromBytes(new byte[] {1}).toString());
        });
    }

    @Test
    void theLatestAnswerCountsAndARepeatIsNoNewOne() {
        var accepted = asked();
        for (var same : List.of(true, true, false, true)) {
            answer(accepted, "{\"same\":" + same + "}").then().statusCode(200).body("same", equalTo(same));
        }

        var events = published(accepted.getUUID("contactId"));

        assertThat(events).extracting(event -> event.get("same").asBoolean()).containsExactly(true, false, true);
        assertThat(events).extracting(event -> event.get("answerId").asText()).doesNotHaveDuplicates();
        assertThat(events)
                .extracting(event -> Instant.parse(event.get("at").asText()))
                .isSortedAccordingTo(Comparator.naturalOrder())
                .doesNotHaveDuplicates();
    }

    @Test
    void whatStaffHaveSettledIsNotAskedAnyMoreUntilTheyTakeItBack() {
        var accepted = asked();
        var contact = accepted.getUUID("contactId");

        Line.publish("contact.linked", contact, linked(contact, "AGENT_CONFIRMED"));
        await().atMost(Duration.ofSeconds(15))
                .untilAsserted(() ->
                        Portal.status(accepted.getString("reference")).then().body("recognitionQuestion", nullValue()));
        answer(accepted, "{\"same\":true}").then().statusCode(409);

        Line.publish("contact.linked", contact, linked(contact, "ASKED"));
        await().atMost(Duration.ofSeconds(15))
                .untilAsserted(() -> Portal.status(accepted.getString("reference"))
                        .then()
                        .body("recognitionQuestion.text", equalTo(TEXT)));
    }

    @Test
    void anEventTheDatabaseRefusesTakesNoOtherWithItToTheDeadLetters() {
        var accepted = Portal.submitted(Portal.REQUEST);
        var contact = accepted.getUUID("contactId");
        var refused = UUID.randomUUID();
        var ofNoContact = new LinkedHashMap<>(TicketEvents.asking(refused, TEXT));
        ofNoContact.put("contact", Map.of("channel", "phone"));

        Line.publish("contact.recognized", Map.of(refused, ofNoContact, contact, TicketEvents.asking(contact, TEXT)));

        await().atMost(Duration.ofSeconds(15))
                .untilAsserted(() -> Portal.status(accepted.getString("reference"))
                        .then()
                        .body("recognitionQuestion.text", equalTo(TEXT)));
        await().atMost(Duration.ofSeconds(15))
                .untilAsserted(() -> assertThat(Line.allRecordsOf("contact.recognized.gateway.dead"))
                        .extracting(ConsumerRecord::key)
                        .contains(refused.toString())
                        .doesNotContain(contact.toString()));
    }

    @Test
    void whoWasNotAskedIsToldWhatToDoInstead() {
        var accepted = Portal.submitted(Portal.REQUEST);

        answer(accepted, "{\"same\":true}")
                .then()
                .statusCode(409)
                .contentType("application/problem+json")
                .body("type", equalTo("urn:carryon:problem:nothing-asked"))
                .body("detail", containsString("Ask for its state again"));
        answer(accepted, "{}").then().statusCode(400).body("errors.pointer", contains("/same"));
        Portal.portal()
                .contentType("application/json")
                .body("{\"same\":true}")
                .post(Portal.REQUESTS + "/7K3M-Q0ZD-2F9T-XW5B/recognition")
                .then()
                .statusCode(404);
    }

    private static JsonPath asked() {
        var accepted = Portal.submitted(Portal.REQUEST);
        var contact = accepted.getUUID("contactId");
        Line.publish("contact.recognized", contact, "\"disclosable\" that cannot be read");
        Line.publish("contact.recognized", contact, TicketEvents.asking(contact, TEXT));
        await().atMost(Duration.ofSeconds(15))
                .untilAsserted(() -> Portal.status(accepted.getString("reference"))
                        .then()
                        .body("recognitionQuestion.text", equalTo(TEXT))
                        .body("recognitionQuestion.language", equalTo("de"))
                        .body("recognitionQuestion.answers", contains("yes", "no")));
        return accepted;
    }

    private static Response answer(JsonPath accepted, String body) {
        return Portal.portal()
                .contentType("application/json")
                .body(body)
                .post(accepted.getString("statusUrl") + "/recognition");
    }

    private static Map<String, Object> linked(UUID contact, String state) {
        return Map.of("contactId", contact, "state", state, "by", Map.of("kind", "staff", "name", "Ada"));
    }

    private static List<JsonNode> published(UUID contact) {
        return Line.allOf("recognition.answered").stream()
                .filter(event ->
                        contact.toString().equals(event.get("contactId").asText()))
                .toList();
    }
}
