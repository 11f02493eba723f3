package io.carryon.ticketing.presence;

import static io.restassured.RestAssured.given;
import static org.assertj.core.api.Assertions.assertThat;
import static org.hamcrest.Matchers.containsInAnyOrder;
import static org.hamcrest.Matchers.containsString;
import static org.hamcrest.Matchers.equalTo;
import static org.hamcrest.Matchers.hasItem;
import static org.hamcrest.Matchers.hasSize;

import com.fasterxml.jackson.databind.JsonNode;
import io.carryon.ticketing.line.Desk;
import io.carryon.ticketing.line.Line;
import io.carryon.ticketing.line.Listening;
import io.carryon.ticketing.line.RecognizedFixtures;
import io.quarkus.test.junit.QuarkusTest;
import io.restassured.response.ValidatableResponse;
import io.restassured.specification.RequestSpecification;
import java.time.Duration;
import java.util.List;
import java.util.UUID;
import org.awaitility.Awaitility;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

/** Colleagues on one ticket see each other, and do not answer twice. */
@QuarkusTest
class PresenceComponentTest {

    private final String ann = "ann-" + UUID.randomUUID();
    private final String ben = "ben-" + UUID.randomUUID();
    private String ticket;

    @BeforeEach
    void aCustomerWrites() {
        ticket = Desk.ticketOf(RecognizedFixtures.mail());
    }

    private static RequestSpecification as(String who) {
        return given().header("Authorization", Line.bearer(who, "agent")).contentType("application/json");
    }

    private ValidatableResponse says(String who, String state) {
        return as(who).body("{\"state\":\"%s\"}".formatted(state))
                .put("/v1/tickets/" + ticket + "/presence")
                .then();
    }

    private List<JsonNode> toldTo(Listening listening) {
        return listening.messages().stream()
                .filter(message -> "presence".equals(message.event()))
                .map(Listening.Message::data)
                .filter(data -> ticket.equals(data.get("ticketId").textValue()))
                .map(data -> data.get("others"))
                .toList();
    }

    private void awaitTold(Listening listening, String others) {
        Awaitility.await()
                .atMost(Duration.ofSeconds(20))
                .until(() -> toldTo(listening).stream()
                        .anyMatch(told -> told.toString().contains(others)));
    }

    @Test
    void whoIsOnATicketHearsWhoElseIsAndWhenTheyGo() {
        try (var listening = Listening.as(ann)) {
            says(ann, "viewing").statusCode(200).body("items.agentId", equalTo(List.of(ann)));
            says(ben, "replying").statusCode(200).body("items.agentId", containsInAnyOrder(ann, ben));

            awaitTold(
                    listening, "\"agentId\":\"%s\",\"name\":\"Name of %s\",\"state\":\"replying\"".formatted(ben, ben));
            var place = listening.lastId();
            as(ben).delete("/v1/tickets/" + ticket + "/presence").then().statusCode(204);

            Awaitility.await()
                    .atMost(Duration.ofSeconds(20))
                    .until(() -> toldTo(listening).getLast().isEmpty());
            assertThat(place).isNotNull();
        }
    }

    @Test
    void whoSaysNothingMoreIsGone() {
        says(ben, "viewing").statusCode(200);

        Awaitility.await()
                .atMost(Duration.ofSeconds(20))
                .untilAsserted(() -> as(ann).get("/v1/tickets/" + ticket + "/presence")
                        .then()
                        .statusCode(200)
                        .body("items", hasSize(0)));
    }

    @Test
    void aReplyThatHasNotSeenTheLatestEntryNamesWhoWroteIt() {
        String seen = as(ann).get("/v1/tickets/" + ticket + "/entries")
                .then()
                .extract()
                .path("items[0].id");
        String byBen = reply(ben, seen, null).statusCode(201).extract().path("id");

        reply(ann, seen, null)
                .statusCode(412)
                .body("type", equalTo("urn:carryon:problem:written-in-between"))
                .body("detail", containsString("Name of " + ben));
        reply(ann, byBen, null).statusCode(201);
        reply(ann, byBen, null).statusCode(201);
        reply(ann, UUID.randomUUID().toString(), null).statusCode(400).body("errors.pointer", hasItem("/afterEntry"));
        reply(ann, null, "\"1\"").statusCode(412).body("type", equalTo("urn:carryon:problem:stale"));
        reply(ann, null, Desk.etag(ticket)).statusCode(201);
    }

    private ValidatableResponse reply(String who, String after, String ifMatch) {
        var request = as(who).header("Idempotency-Key", UUID.randomUUID().toString());
        return (ifMatch == null ? request : request.header("If-Match", ifMatch))
                .body(
                        after == null
                                ? "{\"text\":\"Done.\"}"
                                : "{\"text\":\"Done.\",\"afterEntry\":\"%s\"}".formatted(after))
                .post("/v1/tickets/" + ticket + "/replies")
                .then();
    }

    @Test
    void whatIsWrongIsNamed() {
        says(ann, "sleeping").statusCode(400).body("errors.pointer", hasItem("/state"));
        as(ann).body("{\"state\":\"viewing\"}")
                .put("/v1/tickets/" + UUID.randomUUID() + "/presence")
                .then()
                .statusCode(404);
    }
}
