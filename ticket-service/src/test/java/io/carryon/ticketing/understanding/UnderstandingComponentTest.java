package io.carryon.ticketing.understanding;

import static io.carryon.ticketing.customers.CustomerFixtures.erased;
import static io.carryon.ticketing.line.Desk.agent;
import static io.carryon.ticketing.line.Desk.reply;
import static io.carryon.ticketing.line.Desk.status;
import static io.carryon.ticketing.line.Desk.ticket;
import static io.carryon.ticketing.line.Desk.ticketOf;
import static io.carryon.ticketing.line.RecognizedFixtures.mail;
import static io.carryon.ticketing.line.RecognizedFixtures.mailAbout;
import static io.carryon.ticketing.understanding.UnderstandingFixtures.propose;
import static io.restassured.RestAssured.given;
import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;
import static org.hamcrest.Matchers.equalTo;
import static org.hamcrest.Matchers.hasSize;
import static org.hamcrest.Matchers.notNullValue;
import static org.hamcrest.Matchers.nullValue;

import com.fasterxml.jackson.databind.ObjectMapper;
import io.carryon.ticketing.contracts.Contract;
import io.carryon.ticketing.line.Line;
import io.quarkus.test.junit.QuarkusTest;
import io.restassured.response.ValidatableResponse;
import jakarta.inject.Inject;
import java.time.Duration;
import java.util.List;
import java.util.UUID;
import org.junit.jupiter.api.Test;

@QuarkusTest
class UnderstandingComponentTest {

    @Inject
    ObjectMapper json;

    private static final String PROBLEM = "The invoice of May charges the device twice.";

    @Test
    void staffProposeAndTheCustomerCorrectsAtThePortal() {
        var id = ticketOf(mail());
        agent().get(path(id)).then().statusCode(404);

        propose(id, "\"0\"", " " + PROBLEM, "A copy", "INFORMATION")
                .statusCode(200)
                .header("ETag", "\"1\"")
                .body("state", equalTo("PROPOSED"))
                .body("problem", equalTo(PROBLEM));
        propose(id, "\"1\"", PROBLEM, "A copy", "INFORMATION").header("ETag", "\"1\"");
        ticket(id).body("abc.warnings", equalTo(List.of("NOT_CONFIRMED"))).body("abc.acknowledgedAt", nullValue());
        portal(id, "\"1\"", "{\"answer\":\"CORRECTED\",\"desiredOutcome\":\"REFUND\"}")
                .statusCode(200)
                .body("state", equalTo("CORRECTED"))
                .body("problem", equalTo(PROBLEM))
                .body("by.kind", equalTo("CUSTOMER"));

        ticket(id)
                .body("abc.understanding.desiredOutcome", equalTo("REFUND"))
                .body("abc.warnings", hasSize(0))
                .body("abc.acknowledgedAt", notNullValue());
        agent().get("/v1/tickets/" + id + "/events")
                .then()
                .body("items[-1].type", equalTo("UNDERSTANDING_CHANGED"))
                .body("items[-1].actor.kind", equalTo("CUSTOMER"))
                .body("items[-1].data.before.desiredOutcome", equalTo("INFORMATION"))
                .body("items[-1].data.after.desiredOutcome", equalTo("REFUND"));
        var first = agent().get(path(id) + "/versions?limit=1")
                .then()
                .body("items.version", equalTo(List.of(2)))
                .body("hasMore", equalTo(true));
        agent().get(path(id) + "/versions?limit=1&cursor=" + first.extract().path("next"))
                .then()
                .body("items.version", equalTo(List.of(1)))
                .body("hasMore", equalTo(false));
        Line.open().data("ticket.changed", id, 3).forEach(Contract.named("ticket.changed")::accepts);
    }

    @Test
    void staffKeepWhatTheCustomerConfirmsByPhoneAndAnotherProposalIsOpenAgain() {
        var id = ticketOf(mail());
        propose(id, "\"0\"", PROBLEM, "A copy", "INFORMATION").statusCode(200);

        say(id, "\"1\"", "{\"answer\":\"CONFIRMED\"}")
                .statusCode(200)
                .body("state", equalTo("CONFIRMED"))
                .body("by.id", equalTo("agent-1"));
        say(id, "\"2\"", "{\"answer\":\"CONFIRMED\"}").header("ETag", "\"2\"");
        propose(id, "\"2\"", PROBLEM, "My money", "REFUND").body("state", equalTo("PROPOSED"));
        ticket(id).body("revision", equalTo(4));
    }

    @Test
    void whatDoesNotFitIsRefused() {
        var id = ticketOf(mail());

        say(id, "\"0\"", "{\"answer\":\"CONFIRMED\"}").statusCode(409);
        propose(id, null, PROBLEM, "A copy", "REFUND").statusCode(428);
        propose(id, "\"1\"", PROBLEM, "A copy", "REFUND").statusCode(412);
        propose(id, "\"0\"", " ", "A copy", "REFUND").statusCode(400).body("errors[0].pointer", equalTo("/problem"));
        propose(id, "\"0\"", PROBLEM, "A copy", "SOMETHING").statusCode(400);
        propose(UUID.randomUUID().toString(), "\"0\"", PROBLEM, "A copy", "REFUND")
                .statusCode(404);
        propose(id, "\"0\"", PROBLEM, "A copy", "REFUND").statusCode(200);
        say(id, "\"1\"", "{\"answer\":\"CORRECTED\"}").statusCode(400);
        say(id, "\"1\"", "{\"answer\":\"CONFIRMED\",\"problem\":\"Another\"}").statusCode(400);
        given().header("Authorization", Line.bearer("portal", "service"))
                .contentType("application/json")
                .header("If-Match", "\"1\"")
                .body("{\"problem\":\"x\"}")
                .put(path(id))
                .then()
                .statusCode(403);
        status(id, "RESOLVED");
        status(id, "CLOSED");
        propose(id, "\"1\"", "Other", "A copy", "REFUND").statusCode(409);
    }

    @Test
    void aTicketSolvedWithoutAnAcknowledgementIsMarkedAndCounted() {
        var without = ticketOf(mail());
        var with = ticketOf(mail());
        var before = solved("false");
        reply(without, "Corrected.").statusCode(201);
        reply(with, "I am sorry for the trouble. Corrected.").statusCode(201);

        status(without, "RESOLVED")
                .statusCode(200)
                .body("abc.warnings", equalTo(List.of("SOLVED_WITHOUT_ACKNOWLEDGEMENT")))
                .body("abc.solvedWithoutAt", notNullValue());
        status(with, "RESOLVED").body("abc.warnings", hasSize(0)).body("abc.solvedWithoutAt", nullValue());

        assertThat(solved("false")).isGreaterThan(before);
        assertThat(solved("true")).isPositive();
    }

    @Test
    void whatWasUnderstoodOfAnErasedCustomerIsGone() {
        var customer = UUID.randomUUID();
        var id = ticketOf(mailAbout(customer, UUID.randomUUID()));
        propose(id, "\"0\"", "Maria's invoice", "Maria's money", "REFUND").statusCode(200);
        portal(id, "\"1\"", "{\"answer\":\"CONFIRMED\"}").statusCode(200);

        Line.open()
                .publish(
                        "customer.changed",
                        UUID.randomUUID().toString(),
                        customer.toString(),
                        json.valueToTree(erased(customer)));

        await().atMost(Duration.ofSeconds(20))
                .untilAsserted(() -> assertThat(agent().get(path(id) + "/versions")
                                        .asString()
                                + agent().get("/v1/tickets/" + id + "/events").asString())
                        .contains("UNDERSTANDING_CHANGED")
                        .doesNotContain("Maria"));
    }

    private static double solved(String acknowledged) {
        return given().get("/q/metrics")
                .asString()
                .lines()
                .filter(line -> line.startsWith("carryon_tickets_solved_total")
                        && line.contains("acknowledged=\"%s\"".formatted(acknowledged)))
                .mapToDouble(line -> Double.parseDouble(line.substring(line.lastIndexOf(' '))))
                .sum();
    }

    private static ValidatableResponse say(String id, String ifMatch, String body) {
        return agent().header("If-Match", ifMatch)
                .body(body)
                .put(path(id) + "/answer")
                .then();
    }

    private static ValidatableResponse portal(String id, String ifMatch, String body) {
        return given().header("Authorization", Line.bearer("portal", "service"))
                .contentType("application/json")
                .header("If-Match", ifMatch)
                .body(body)
                .put(path(id) + "/answer")
                .then();
    }

    private static String path(String id) {
        return "/v1/tickets/" + id + "/understanding";
    }
}
