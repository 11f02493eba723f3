package io.carryon.ticketing.conversation;

import static io.carryon.ticketing.line.Desk.agent;
import static io.carryon.ticketing.line.Desk.ticket;
import static io.carryon.ticketing.line.Desk.ticketOf;
import static io.carryon.ticketing.line.Desk.withKey;
import static io.carryon.ticketing.line.RecognizedFixtures.mail;
import static io.restassured.RestAssured.given;
import static org.assertj.core.api.Assertions.assertThat;
import static org.hamcrest.Matchers.equalTo;
import static org.hamcrest.Matchers.hasItem;

import io.carryon.ticketing.contracts.Contract;
import io.carryon.ticketing.line.Line;
import io.quarkus.test.junit.QuarkusTest;
import io.restassured.response.ValidatableResponse;
import java.time.Duration;
import java.time.Instant;
import java.time.temporal.ChronoUnit;
import org.junit.jupiter.api.Test;

/** What customers were promised and what they thought of it is told to those who keep their history. */
@QuarkusTest
class PromiseComponentTest {

    private final Line line = Line.open();

    private static ValidatableResponse promise(String ticket, Instant by) {
        return withKey()
                .body("{\"text\":\"We call you.\",\"nextUpdateBy\":\"%s\"}".formatted(by))
                .post("/v1/tickets/" + ticket + "/replies")
                .then();
    }

    private static ValidatableResponse rate(String ticket, String role, String body) {
        return given().header("Authorization", Line.bearer(role + "-1", role))
                .contentType("application/json")
                .body(body)
                .put("/v1/tickets/" + ticket + "/rating")
                .then();
    }

    @Test
    void aPromiseIsToldWithItsReplyAndOneForYesterdayIsRefused() {
        var id = ticketOf(mail());
        var tomorrow = Instant.now().plus(Duration.ofDays(1)).truncatedTo(ChronoUnit.SECONDS);

        promise(id, tomorrow.minus(Duration.ofDays(2)))
                .statusCode(400)
                .body("errors.pointer", hasItem("/nextUpdateBy"));
        promise(id, tomorrow).statusCode(201);

        var told = line.data("ticket.changed", id, 2).getLast();
        Contract.named("ticket.changed").accepts(told);
        assertThat(told.at("/promise/dueAt").textValue()).isEqualTo(tomorrow.toString());
        assertThat(told.at("/promise/text").textValue()).isEqualTo("We call you.");
        agent().get("/v1/tickets/" + id + "/events").then().body("items[1].data.nextUpdateBy", equalTo("" + tomorrow));
    }

    @Test
    void aRatingIsKeptAndToldOnceAndTheCustomersOwnIsTheCustomers() {
        var id = ticketOf(mail());

        rate(id, "service", "{\"score\":2,\"comment\":\"Slow.\"}").statusCode(200);
        rate(id, "service", "{\"score\":2,\"comment\":\"Slow.\"}").statusCode(200);
        rate(id, "agent", "{\"score\":6}").statusCode(400);
        rate(id, "agent", "{\"score\":4}").statusCode(200);
        rate(id, "portal", "{\"score\":4}").statusCode(403);

        var told = line.data("ticket.changed", id, 3);
        told.forEach(Contract.named("ticket.changed")::accepts);
        assertThat(told)
                .extracting(change -> change.at("/rating/score").asInt())
                .containsExactly(0, 2, 4);
        assertThat(told.get(1).at("/actor/kind").textValue()).isEqualTo("customer");
        ticket(id).body("rating.score", equalTo(4)).body("revision", equalTo(3));
    }
}
