package io.carryon.ticketing.operations;

import static io.carryon.ticketing.line.Desk.agent;
import static io.carryon.ticketing.line.Desk.etag;
import static io.carryon.ticketing.line.Desk.ticket;
import static io.carryon.ticketing.line.Desk.ticketOf;
import static io.carryon.ticketing.line.Desk.ticketWith;
import static io.carryon.ticketing.line.Desk.withKey;
import static io.carryon.ticketing.line.RecognizedFixtures.mail;
import static io.carryon.ticketing.line.RecognizedFixtures.mailAbout;
import static io.restassured.RestAssured.given;
import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;
import static org.hamcrest.Matchers.containsString;
import static org.hamcrest.Matchers.equalTo;
import static org.hamcrest.Matchers.hasSize;
import static org.hamcrest.Matchers.not;

import com.fasterxml.jackson.databind.node.ObjectNode;
import io.carryon.ticketing.line.Line;
import io.carryon.ticketing.line.Outages;
import io.quarkus.test.junit.QuarkusTest;
import io.restassured.response.Response;
import java.time.Duration;
import java.util.List;
import java.util.UUID;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;

@QuarkusTest
class OutageComponentTest {

    private final Line line = Line.open();

    @AfterEach
    void mend() {
        Outages.mendTheDatabase();
        await().atMost(Duration.ofSeconds(30))
                .until(() -> agent().get("/v1/tickets").statusCode() == 200);
    }

    @Test
    void withoutTheDatabaseEveryRequestIsToldToComeAgain() {
        var id = ticketOf(mail());
        var tag = etag(id);
        var key = UUID.randomUUID().toString();

        Outages.cutTheDatabase();

        unavailable(agent().get("/v1/tickets/" + id), "Send the request again");
        unavailable(agent().get("/v1/tickets"), "Send the request again");
        unavailable(agent().get("/v1/tickets/" + id + "/entries"), "Send the request again");
        unavailable(note(id, key), "same Idempotency-Key");
        unavailable(
                agent().header("If-Match", tag).body("{\"status\":\"OPEN\"}").put("/v1/tickets/" + id + "/status"),
                "It is not known whether");
        given().get("/q/health/live").then().statusCode(200);

        mend();
        note(id, key).then().statusCode(201);
        ticket(id).body("status", equalTo("NEW")).body("conversation.items", hasSize(2));
    }

    @Test
    void whatArrivesMeanwhileIsHandledOnceAndInOrder() {
        var first = mail();
        var id = ticketOf(first);
        var customer = UUID.fromString(first.at("/customer/id").textValue());
        var issue = UUID.fromString(first.at("/issue/id").textValue());

        Outages.cutTheDatabase();
        var meanwhile = List.of(mailAbout(customer, issue), mailAbout(customer, issue), mailAbout(customer, issue));
        meanwhile.forEach(line::recognized);
        line.recognized(meanwhile.getFirst());
        unavailable(agent().get("/v1/tickets"), "Send the request again");
        mend();

        assertThat(ticketWith(contactId(meanwhile.getLast()))).isEqualTo(id);
        List<String> said = ticket(id).extract().path("conversation.items.contactId");
        assertThat(said)
                .containsExactly(
                        contactId(first),
                        contactId(meanwhile.get(0)),
                        contactId(meanwhile.get(1)),
                        contactId(meanwhile.get(2)));
        // The cut may come between a publication and its note: then it is repeated, with the same id.
        await().atMost(Duration.ofSeconds(30))
                .untilAsserted(() -> assertThat(line.data("ticket.changed", id, 4).stream()
                                .map(change -> change.get("revision").intValue())
                                .distinct())
                        .containsExactly(1, 2, 3, 4));
    }

    private static Response note(String id, String key) {
        return withKey(key).body("{\"text\":\"x\"}").post("/v1/tickets/" + id + "/notes");
    }

    private static void unavailable(Response response, String advice) {
        response.then()
                .statusCode(503)
                .contentType("application/problem+json")
                .header("Retry-After", equalTo("2"))
                .body("type", equalTo("urn:carryon:problem:unavailable"))
                .body("detail", containsString(advice))
                .body("instance", not(equalTo(null)));
    }

    private static String contactId(ObjectNode mail) {
        return mail.at("/contact/contactId").textValue();
    }
}
