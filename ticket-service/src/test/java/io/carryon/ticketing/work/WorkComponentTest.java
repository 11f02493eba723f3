package io.carryon.ticketing.work;

import static io.carryon.ticketing.line.Desk.agent;
import static io.carryon.ticketing.line.Desk.supervisor;
import static io.carryon.ticketing.line.Desk.ticketOf;
import static io.carryon.ticketing.line.Desk.withKey;
import static io.carryon.ticketing.line.RecognizedFixtures.mail;
import static io.restassured.RestAssured.given;
import static org.hamcrest.Matchers.equalTo;
import static org.hamcrest.Matchers.hasSize;
import static org.hamcrest.Matchers.nullValue;

import io.carryon.ticketing.line.Line;
import io.quarkus.test.junit.QuarkusTest;
import io.restassured.response.ValidatableResponse;
import java.util.List;
import java.util.UUID;
import org.junit.jupiter.api.Test;

@QuarkusTest
class WorkComponentTest {

    @Test
    void timeIsBookedOnceAndTakenBackByWhoBookedItOrASupervisor() {
        var path = "/v1/tickets/" + ticketOf(mail()) + "/time";
        var key = UUID.randomUUID().toString();
        var body = "{\"minutes\":25,\"note\":\"Called the supplier\"}";
        var first = withKey(key)
                .body(body)
                .post(path)
                .then()
                .statusCode(201)
                .extract()
                .<String>path("id");
        withKey(key).body(body).post(path).then().statusCode(201).body("id", equalTo(first));
        var second =
                withKey().body("{\"minutes\":60}").post(path).then().extract().<String>path("id");

        var page = agent().get(path + "?limit=1")
                .then()
                .body("totalMinutes", equalTo(85))
                .body("items", hasSize(1));
        agent().get(path + "?limit=1&cursor=" + page.extract().path("next"))
                .then()
                .body("items[0].id", equalTo(second))
                .body("hasMore", equalTo(false));
        given().header("Authorization", Line.bearer("agent-2", "agent"))
                .delete(path + "/" + first)
                .then()
                .statusCode(403)
                .contentType("application/problem+json");
        agent().delete(path + "/" + first).then().statusCode(204);
        agent().delete(path + "/" + first).then().statusCode(404);
        supervisor().delete(path + "/" + second).then().statusCode(204);
        agent().get(path).then().body("totalMinutes", equalTo(0)).body("items", hasSize(0));
        agent().get(path.replace("/time", "/events"))
                .then()
                .body("items.type", equalTo(List.of("OPENED", "TIME_SPENT", "TIME_SPENT", "TIME_SPENT", "TIME_SPENT")))
                .body("items[3].data.takenBack", equalTo(true));
    }

    @Test
    void timeThatCannotBeIsRefused() {
        var path = "/v1/tickets/" + ticketOf(mail()) + "/time";
        withKey().body("{\"minutes\":0}").post(path).then().statusCode(400);
        withKey().body("{\"minutes\":1441}").post(path).then().statusCode(400);
        withKey()
                .body("{\"minutes\":5,\"workedAt\":\"2999-01-01T00:00:00Z\"}")
                .post(path)
                .then()
                .statusCode(400);
        agent().body("{\"minutes\":5}").post(path).then().statusCode(400);
        withKey()
                .body("{\"minutes\":5}")
                .post("/v1/tickets/" + UUID.randomUUID() + "/time")
                .then()
                .statusCode(404);
    }

    @Test
    void aChecklistKeepsItsOrderAndTellsWhoDidWhat() {
        var path = "/v1/tickets/" + ticketOf(mail()) + "/checklist";
        var first = step(path, "Order the part");
        var second = step(path, "Tell the customer");

        change(path, first, "{\"done\":true}").statusCode(200).body("doneBy", equalTo("agent-1"));
        change(path, first, "{\"done\":true}").statusCode(200);
        change(path, second, "{\"text\":\"Call the customer\"}").statusCode(200).body("done", equalTo(false));
        change(path, second, "{\"text\":\" \"}").statusCode(400);
        agent().get(path)
                .then()
                .body("items.text", equalTo(List.of("Order the part", "Call the customer")))
                .body("items.done", equalTo(List.of(true, false)));
        change(path, first, "{\"done\":false}").statusCode(200).body("doneBy", nullValue());
        agent().delete(path + "/" + first).then().statusCode(204);
        agent().delete(path + "/" + first).then().statusCode(404);
        agent().get(path).then().body("items", hasSize(1));
        agent().get(path.replace("/checklist", "/events"))
                .then()
                .body("items.type.findAll { it == 'STEP_CHANGED' }", hasSize(6))
                .body("items[3].data.after", equalTo("done"));
    }

    private static String step(String path, String text) {
        return withKey()
                .body("{\"text\":\"%s\"}".formatted(text))
                .post(path)
                .then()
                .statusCode(201)
                .extract()
                .path("id");
    }

    private static ValidatableResponse change(String path, String step, String body) {
        return agent().body(body).put(path + "/" + step).then();
    }
}
