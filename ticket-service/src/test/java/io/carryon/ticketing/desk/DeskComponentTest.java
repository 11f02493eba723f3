package io.carryon.ticketing.desk;

import static io.carryon.ticketing.line.Desk.agent;
import static io.carryon.ticketing.line.Desk.etag;
import static io.carryon.ticketing.line.Desk.status;
import static io.carryon.ticketing.line.Desk.supervisor;
import static io.carryon.ticketing.line.Desk.ticket;
import static io.carryon.ticketing.line.Desk.ticketOf;
import static io.carryon.ticketing.line.Desk.withKey;
import static io.carryon.ticketing.line.RecognizedFixtures.mail;
import static io.restassured.RestAssured.given;
import static org.assertj.core.api.Assertions.assertThat;
import static org.hamcrest.Matchers.containsString;
import static org.hamcrest.Matchers.equalTo;
import static org.hamcrest.Matchers.hasSize;
import static org.hamcrest.Matchers.not;
import static org.hamcrest.Matchers.nullValue;
import static org.hamcrest.Matchers.oneOf;
import static org.hamcrest.Matchers.startsWith;

import io.carryon.ticketing.line.Line;
import io.carryon.ticketing.ticket.TicketNumber;
import io.quarkus.test.junit.QuarkusTest;
import io.restassured.response.ValidatableResponse;
import java.util.UUID;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

@QuarkusTest
class DeskComponentTest {

    @Test
    void aTicketIsTakenHandedOverAndGivenBack() {
        var id = ticketOf(mail());

        owner(id, etag(id), "{\"owner\":\"me\"}").statusCode(200).body("owner", equalTo("agent-1"));
        agent().get("/v1/tickets?owner=me&issueId=" + ticket(id).extract().path("issueId"))
                .then()
                .body("items", hasSize(1));
        owner(id, etag(id), "{\"owner\":\"agent-2\",\"queue\":\"billing\"}")
                .body("owner", equalTo("agent-2"))
                .body("queue", equalTo("billing"));
        owner(id, etag(id), "{\"owner\":null}").body("owner", nullValue()).header("ETag", "\"4\"");
    }

    @Test
    void aChangeNeedsTheRevisionThatWasSeen() {
        var id = ticketOf(mail());

        owner(id, "\"99\"", "{\"owner\":\"me\"}").statusCode(412);
        owner(id, "W/\"1\"", "{\"owner\":\"me\"}").statusCode(412);
        agent().body("{\"owner\":\"me\"}")
                .put("/v1/tickets/" + id + "/owner")
                .then()
                .statusCode(428)
                .contentType("application/problem+json");
    }

    @Test
    void anIllegalMoveIsRefusedWithTheLegalOnes() {
        var id = ticketOf(mail());

        status(id, "CLOSED").statusCode(409).body("detail", containsString("RESOLVED"));
        status(id, "OPEN").statusCode(200).body("status", equalTo("OPEN"));
        status(id, "OPEN").statusCode(200).header("ETag", "\"2\"");
    }

    @Test
    void anUnknownQueueIsRefusedWithTheKnownOnes() {
        var id = ticketOf(mail());

        owner(id, etag(id), "{\"queue\":\"nowhere\"}").statusCode(400).body("errors[0].pointer", equalTo("/queue"));
    }

    @Test
    void theAuditTrailTellsEverythingInOrder() {
        var id = ticketOf(mail());
        status(id, "OPEN");
        owner(id, etag(id), "{\"owner\":\"me\"}");

        var path = "/v1/tickets/" + id + "/events?limit=2";
        var first = agent().get(path)
                .then()
                .body("items.type", equalTo(java.util.List.of("OPENED", "STATUS_CHANGED")))
                .body("items[1].data.to", equalTo("OPEN"));
        agent().get(path + "&cursor=" + first.extract().path("next"))
                .then()
                .body("items[0].type", equalTo("ASSIGNED"))
                .body("hasMore", equalTo(false));
    }

    @Test
    void aWrongDigitInANumberIsToldFromAnUnknownNumber() {
        var unknown = TicketNumber.ofSerial(77_777_777).value();

        agent().get("/v1/tickets/number/" + unknown).then().statusCode(404);
        agent().get("/v1/tickets/number/" + unknown.replaceFirst("7", "1"))
                .then()
                .statusCode(400);
        agent().get("/v1/tickets/number/letters").then().statusCode(400);
    }

    @Test
    void withoutAGoodTokenNothingIsShown() {
        given().get("/v1/tickets").then().statusCode(401).contentType("application/problem+json");
        given().header("Authorization", "Bearer x.y.z")
                .get("/v1/tickets")
                .then()
                .statusCode(401);
        given().header("Authorization", Line.bearer("ivr", "ivr"))
                .get("/v1/tickets")
                .then()
                .statusCode(403)
                .contentType("application/problem+json");
        supervisor().get("/v1/tickets").then().statusCode(200);
    }

    @Test
    void whatDoesNotExistIsNotFound() {
        agent().get("/v1/tickets/" + UUID.randomUUID()).then().statusCode(404).contentType("application/problem+json");
        agent().get("/v1/tickets/" + UUID.randomUUID() + "/entries").then().statusCode(404);
        agent().get("/v1/tickets/" + UUID.randomUUID() + "/events").then().statusCode(404);
        agent().get("/v1/tickets/not-an-id").then().statusCode(404);
        withKey()
                .body("{\"text\":\"x\"}")
                .post("/v1/tickets/" + UUID.randomUUID() + "/notes")
                .then()
                .statusCode(404);
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "",
                "null",
                "[]",
                "{",
                "{\"text\":",
                "{\"text\":\"\"}",
                "{\"text\":\"  \"}",
                "{\"text\":\"a\\u0000b\"}",
                "{\"text\":\"a\",\"unknown\":1}",
                "{\"text\":{}}",
                "{\"text\":\"a\",\"channel\":\"pigeon\"}",
            })
    void aBodyThatIsNotAReplyIsRefused(String body) {
        var id = ticketOf(mail());

        withKey()
                .body(body)
                .post("/v1/tickets/" + id + "/replies")
                .then()
                .statusCode(400)
                .contentType("application/problem+json")
                .body("title", not(equalTo("Something failed on our side")))
                .body("type", oneOf("urn:carryon:problem:validation", "urn:carryon:problem:malformed-json"));
        ticket(id).body("revision", equalTo(1));
    }

    @ParameterizedTest
    @ValueSource(strings = {"/v1/calendars/%00", "/v1/tickets?q=%00"})
    void anAddressTheDatabaseHasNoFormForIsRefused(String address) {
        agent().urlEncodingEnabled(false)
                .get(address)
                .then()
                .statusCode(400)
                .body("errors[0].detail", equalTo("must not contain NUL characters"));
    }

    @Test
    void anOverlongTextAnotherMediaTypeAndAMissingKeyAreRefused() {
        var path = "/v1/tickets/" + ticketOf(mail()) + "/replies";

        withKey()
                .body("{\"text\":\"" + "x".repeat(100_001) + "\"}")
                .post(path)
                .then()
                .statusCode(400);
        withKey()
                .body("{\"text\":\"" + "x".repeat(3_000_000) + "\"}")
                .post(path)
                .then()
                .statusCode(413);
        withKey().contentType("text/plain").body("hello").post(path).then().statusCode(415);
        agent().body("{\"text\":\"a\"}")
                .post(path)
                .then()
                .statusCode(400)
                .body("detail", containsString("Idempotency-Key"));
    }

    @Test
    void movingATicketToAnotherQueueLeavesItsOwner() {
        var id = ticketOf(mail());
        owner(id, etag(id), "{\"owner\":\"auth0|123\"}").statusCode(200);

        owner(id, etag(id), "{\"queue\":\"billing\"}")
                .statusCode(200)
                .body("owner", equalTo("auth0|123"))
                .body("queue", equalTo("billing"));
        owner(id, etag(id), "{\"owner\":\"no blanks\"}").statusCode(400);
    }

    @Test
    void whatIsCreatedIsFoundWhereTheCallerCalled() {
        withKey()
                .header("Host", "tickets.example.org:8443")
                .body("{\"text\":\"x\"}")
                .post("/v1/tickets/" + ticketOf(mail()) + "/notes")
                .then()
                .statusCode(201)
                .header("Location", startsWith("http://tickets.example.org:8443/v1/tickets/"));
    }

    @Test
    void theApiIsHealthy() {
        given().get("/q/health/live").then().statusCode(200);
        given().get("/q/health/ready").then().statusCode(200);
        ticketOf(mail());
        assertThat(given().get("/q/metrics").asString())
                .contains(
                        "carryon_contact_to_ticket_seconds_count", "carryon_deadletters", "carryon_outbox_lag_seconds");
    }

    private static ValidatableResponse owner(String id, String ifMatch, String body) {
        return agent().header("If-Match", ifMatch)
                .body(body)
                .put("/v1/tickets/" + id + "/owner")
                .then();
    }
}
