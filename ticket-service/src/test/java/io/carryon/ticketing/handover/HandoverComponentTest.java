package io.carryon.ticketing.handover;

import static io.carryon.ticketing.line.Desk.agent;
import static io.carryon.ticketing.line.Desk.as;
import static io.carryon.ticketing.line.Desk.serves;
import static io.carryon.ticketing.line.Desk.supervisor;
import static io.carryon.ticketing.line.Desk.ticket;
import static io.carryon.ticketing.line.Desk.ticketOf;
import static io.carryon.ticketing.line.RecognizedFixtures.mail;
import static org.assertj.core.api.Assertions.assertThat;
import static org.hamcrest.Matchers.contains;
import static org.hamcrest.Matchers.containsString;
import static org.hamcrest.Matchers.equalTo;
import static org.hamcrest.Matchers.hasSize;
import static org.hamcrest.Matchers.nullValue;

import io.carryon.ticketing.line.Desk;
import io.carryon.ticketing.line.Line;
import io.carryon.ticketing.line.Listening;
import io.carryon.ticketing.line.Listening.Message;
import io.quarkus.test.junit.QuarkusTest;
import io.restassured.response.ValidatableResponse;
import java.time.Duration;
import java.util.List;
import java.util.UUID;
import org.awaitility.Awaitility;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

@QuarkusTest
class HandoverComponentTest {

    private final String ann = "ann-" + UUID.randomUUID();
    private final String ben = "ben-" + UUID.randomUUID();
    private final String cid = "cid-" + UUID.randomUUID();
    private String ticket;

    @BeforeEach
    void annOwnsATicket() {
        List.of(ann, ben, cid).forEach(id -> serves(id, "available", "support"));
        ticket = ticketOf(mail());
        own(ann).statusCode(200);
    }

    @Test
    void theGiverOwnsItUntilItIsAccepted() {
        var id = offered(to("agent", ben));
        ticket(ticket).body("owner", equalTo(ann));

        settle(cid, id, "ACCEPTED").statusCode(403);
        settle(ben, id, "ACCEPTED")
                .statusCode(200)
                .body("state", equalTo("ACCEPTED"))
                .body("giver", equalTo(ann))
                .body("note", equalTo("She writes French."));
        settle(ben, id, "ACCEPTED").statusCode(200);
        ticket(ticket).body("owner", equalTo(ben));
        List<String> types = history()
                .body("items[-1].data.why", equalTo("HANDOVER"))
                .body("items[-1].data.ownerBefore", equalTo(ann))
                .body("items[-1].actor.id", equalTo(ben))
                .extract()
                .path("items.type");
        assertThat(types).endsWith("HANDOVER_OFFERED", "HANDOVER_SETTLED", "ASSIGNED");
    }

    @Test
    void whoDeclinesSaysWhyAndWhoGivesMayTakeItBack() {
        var first = offered(to("agent", ben));
        settle(ben, first, "DECLINED").statusCode(400).body("errors[0].pointer", equalTo("/reason"));
        as(ben).body("{\"state\":\"DECLINED\",\"reason\":\"I am off from tomorrow\"}")
                .put(path() + "/" + first + "/state")
                .then()
                .statusCode(200)
                .body("reason", equalTo("I am off from tomorrow"));
        ticket(ticket).body("owner", equalTo(ann));

        var second = offered(to("agent", ben));
        settle(ben, second, "WITHDRAWN").statusCode(403);
        settle(ann, second, "WITHDRAWN").statusCode(200);
        settle(ben, second, "ACCEPTED").statusCode(409).body("detail", containsString("WITHDRAWN"));
        agent().get(path()).then().body("items.state", contains("DECLINED", "WITHDRAWN"));
        agent().get(path() + "?limit=1").then().body("items", hasSize(1)).body("hasMore", equalTo(true));
    }

    @Test
    void oneOfATeamAcceptsForAll() {
        var team = "t-" + UUID.randomUUID();
        supervisor()
                .body("{\"members\":[\"%s\",\"%s\",\"%s\"],\"queues\":[]}".formatted(ann, ben, cid))
                .put("/v1/teams/" + team)
                .then()
                .statusCode(200);
        var id = offered(to("team", team));
        for (var one : List.of(ann, ben, cid)) {
            as(one).get("/v1/handovers").then().body("items.id", contains(id));
        }

        settle(ann, id, "ACCEPTED").statusCode(403);
        settle(ben, id, "ACCEPTED").statusCode(200);
        settle(cid, id, "ACCEPTED").statusCode(409);
        ticket(ticket).body("owner", equalTo(ben));
        as(cid).get("/v1/handovers").then().body("items", hasSize(0));
    }

    @Test
    void toAQueueItGoesAtOnce() {
        offer(ann, to("queue", "billing")).statusCode(201).body("state", equalTo("ACCEPTED"));

        ticket(ticket).body("owner", nullValue()).body("queue", equalTo("billing"));
    }

    @Test
    void thoseConcernedHearOfItAndNobodyElse() {
        try (var giver = Listening.as(ann);
                var receiver = Listening.as(ben);
                var other = Listening.as(cid)) {
            var id = offered(to("agent", ben));
            settle(ben, id, "ACCEPTED").statusCode(200);

            for (var listening : List.of(giver, receiver)) {
                Awaitility.await()
                        .atMost(Duration.ofSeconds(20))
                        .until(() -> told(listening).size() == 2);
                assertThat(told(listening))
                        .allSatisfy(message -> assertThat(
                                        message.data().at("/handover/id").textValue())
                                .isEqualTo(id));
            }
            assertThat(told(receiver).getFirst().data().at("/handover/note").textValue())
                    .isEqualTo("She writes French.");
            assertThat(told(other)).isEmpty();
        }
    }

    @Test
    void anOfferLapsesWithItsOwner() {
        var id = offered(to("agent", ben));
        offer(ann, to("agent", cid)).statusCode(409).body("type", equalTo("urn:carryon:problem:handover-open"));

        own(cid).statusCode(200);

        settle(ben, id, "ACCEPTED").statusCode(409).body("detail", containsString("LAPSED"));
        ticket(ticket).body("owner", equalTo(cid));
        history()
                .body("items[-2].type", equalTo("ASSIGNED"))
                .body("items[-1].type", equalTo("HANDOVER_SETTLED"))
                .body("items[-1].actor.kind", equalTo("SYSTEM"))
                .body("items[-1].data.state", equalTo("LAPSED"));
    }

    @Test
    void whoOfferedHearsThatItHasLapsed() {
        try (var giver = Listening.as(ann);
                var receiver = Listening.as(ben);
                var leader = Listening.with(Line.bearer("boss", "supervisor"), null)) {
            var id = supervisor()
                    .header("Idempotency-Key", UUID.randomUUID().toString())
                    .body(to("agent", ben))
                    .post(path())
                    .then()
                    .statusCode(201)
                    .extract()
                    .<String>path("id");
            List.of("OPEN", "RESOLVED", "CLOSED")
                    .forEach(status -> Desk.status(ticket, status).statusCode(200));

            for (var listening : List.of(giver, receiver, leader)) {
                Awaitility.await()
                        .atMost(Duration.ofSeconds(20))
                        .until(() -> told(listening).stream()
                                .anyMatch(message -> "LAPSED"
                                                .equals(message.data()
                                                        .at("/handover/state")
                                                        .textValue())
                                        && id.equals(message.data()
                                                .at("/handover/id")
                                                .textValue())));
            }
        }
    }

    @Test
    void whatIsWrongIsSaid() {
        offer(ben, to("agent", cid)).statusCode(403);
        offer(ann, to("agent", ann)).statusCode(400).body("errors[0].pointer", equalTo("/to/name"));
        offer(ann, to("agent", "nobody-here")).statusCode(400).body("errors[0].pointer", equalTo("/to/name"));
        offer(ann, to("team", "nobody-here")).statusCode(400).body("errors[0].pointer", equalTo("/to/name"));
        offer(ann, to("queue", "nowhere")).statusCode(400).body("errors[0].pointer", equalTo("/to/name"));
        as(ann).body(to("agent", ben)).post(path()).then().statusCode(400);
        settle(ben, UUID.randomUUID().toString(), "ACCEPTED").statusCode(404);
        settle(ben, UUID.randomUUID().toString(), "LAPSED").statusCode(400);
        as(ann).header("If-Match", "*")
                .body("{\"owner\":null}")
                .put("/v1/tickets/" + ticket + "/owner")
                .then()
                .statusCode(200);
        offer(ann, to("agent", ben)).statusCode(409).body("type", equalTo("urn:carryon:problem:not-owned"));
        supervisor()
                .get("/v1/tickets/" + UUID.randomUUID() + "/handovers")
                .then()
                .statusCode(404);
    }

    private static List<Message> told(Listening listening) {
        return listening.messages().stream()
                .filter(message -> "ticket.handover".equals(message.event()))
                .toList();
    }

    private String path() {
        return "/v1/tickets/" + ticket + "/handovers";
    }

    private static String to(String kind, String name) {
        return "{\"to\":{\"kind\":\"%s\",\"name\":\"%s\"},\"note\":\"She writes French.\"}".formatted(kind, name);
    }

    private String offered(String body) {
        return offer(ann, body)
                .statusCode(201)
                .body("state", equalTo("OFFERED"))
                .extract()
                .path("id");
    }

    private ValidatableResponse offer(String by, String body) {
        return as(by).header("Idempotency-Key", UUID.randomUUID().toString())
                .body(body)
                .post(path())
                .then();
    }

    private ValidatableResponse settle(String by, String id, String state) {
        return as(by).body("{\"state\":\"%s\"}".formatted(state))
                .put(path() + "/" + id + "/state")
                .then();
    }

    private ValidatableResponse own(String by) {
        return as(by).header("If-Match", "*")
                .body("{\"owner\":\"me\"}")
                .put("/v1/tickets/" + ticket + "/owner")
                .then();
    }

    private ValidatableResponse history() {
        return agent().get("/v1/tickets/" + ticket + "/events").then().statusCode(200);
    }
}
