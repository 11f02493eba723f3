package io.carryon.ticketing.access;

import static io.carryon.ticketing.line.Desk.admin;
import static io.carryon.ticketing.line.Desk.agent;
import static io.restassured.RestAssured.given;
import static org.assertj.core.api.Assertions.assertThat;
import static org.hamcrest.Matchers.contains;
import static org.hamcrest.Matchers.empty;
import static org.hamcrest.Matchers.equalTo;
import static org.hamcrest.Matchers.hasItem;
import static org.hamcrest.Matchers.hasSize;
import static org.hamcrest.Matchers.not;

import io.carryon.ticketing.line.Desk;
import io.carryon.ticketing.line.Line;
import io.carryon.ticketing.line.Listening;
import io.carryon.ticketing.line.RecognizedFixtures;
import io.carryon.ticketing.storage.Sql;
import io.quarkus.narayana.jta.QuarkusTransaction;
import io.quarkus.test.junit.QuarkusTest;
import io.restassured.response.ValidatableResponse;
import io.restassured.specification.RequestSpecification;
import jakarta.inject.Inject;
import java.time.Duration;
import java.util.List;
import java.util.UUID;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.Executors;
import java.util.stream.Stream;
import javax.sql.DataSource;
import org.awaitility.Awaitility;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;

/** A restricted queue is there only for those it is given to, however it is asked for. */
@QuarkusTest
class QueueAccessComponentTest {

    private static final String PATH = "/v1/queues/technical/access";
    private static final String FOREIGN = "urn:carryon:problem:foreign-queue";

    @Inject
    QueueAccessStore store;

    @Inject
    DataSource database;

    private final String insider = "insider-" + UUID.randomUUID();
    private final String outsider = "outsider-" + UUID.randomUUID();

    @AfterEach
    void everybodysAgain() {
        restrict(false, "[]", "[]").statusCode(200);
    }

    private static ValidatableResponse restrict(boolean restricted, String agents, String roles) {
        return admin().header("If-Match", "*")
                .body("{\"restricted\":%b,\"agents\":%s,\"roles\":%s}".formatted(restricted, agents, roles))
                .put(PATH)
                .then();
    }

    private void restrictToInsider() {
        restrict(true, "[\"" + insider + "\"]", "[]").statusCode(200);
    }

    private static RequestSpecification as(String who, String... roles) {
        return given().header("Authorization", Line.bearer(who, roles.length == 0 ? new String[] {"agent"} : roles))
                .contentType("application/json")
                .header("Idempotency-Key", UUID.randomUUID().toString());
    }

    private static String technicalTicket() {
        var ticket = Desk.ticketOf(RecognizedFixtures.mail());
        agent().header("If-Match", "*")
                .body("{\"queue\":\"technical\"}")
                .put("/v1/tickets/" + ticket + "/owner")
                .then()
                .statusCode(200);
        return ticket;
    }

    @Test
    void byItsIdAndNumberATicketIsForbiddenWhateverIsToBeDoneWithIt() {
        var ticket = technicalTicket();
        String number = Desk.ticket(ticket).extract().path("number");
        restrictToInsider();

        as(outsider).get("/v1/tickets/" + ticket).then().statusCode(403).body("type", equalTo(FOREIGN));
        as(outsider).get("/v1/tickets/number/" + number).then().statusCode(403).body("type", equalTo(FOREIGN));
        // Ids begin with a zero, and are read without it as well.
        as(outsider).get("/v1/tickets/" + ticket.substring(1)).then().statusCode(403);
        as(outsider).get("/v1/tickets/" + ticket + "/entries").then().statusCode(403);
        as(outsider).get("/v1/tickets/" + ticket + "/events").then().statusCode(403);
        as(outsider)
                .body("{\"text\":\"Mine now.\"}")
                .post("/v1/tickets/" + ticket + "/replies")
                .then()
                .statusCode(403);
        as(outsider)
                .body("{\"items\":[{\"ticketId\":\"%s\"}],\"change\":{\"owner\":\"me\"}}".formatted(ticket))
                .post("/v1/tickets/bulk")
                .then()
                .statusCode(200)
                .body("items[0].status", equalTo(403))
                .body("items[0].problem.type", equalTo(FOREIGN));
        as(insider).get("/v1/tickets/" + ticket).then().statusCode(200);
        as(insider).get("/v1/tickets/number/" + number).then().statusCode(200);
        admin().get("/v1/tickets/" + ticket).then().statusCode(200);
    }

    @Test
    void whoIsNamedOrOfferedATicketTheyMayNotSeeReadsNothingOfIt() {
        Desk.serves(outsider, "available", "support");
        var ticket = technicalTicket();
        as(insider)
                .header("If-Match", "*")
                .body("{\"owner\":\"me\"}")
                .put("/v1/tickets/" + ticket + "/owner")
                .then()
                .statusCode(200);
        as(insider)
                .body("{\"text\":\"Look.\",\"mentions\":[\"%s\"]}".formatted(outsider))
                .post("/v1/tickets/" + ticket + "/notes")
                .then()
                .statusCode(201);
        as(insider)
                .body("{\"to\":{\"kind\":\"agent\",\"name\":\"%s\"},\"note\":\"Yours?\"}".formatted(outsider))
                .post("/v1/tickets/" + ticket + "/handovers")
                .then()
                .statusCode(201);
        as(outsider).get("/v1/agents/me/mentions").then().body("items.ticketId", hasItem(ticket));
        as(outsider).get("/v1/handovers").then().body("items.ticketId", hasItem(ticket));

        restrictToInsider();

        as(outsider).get("/v1/agents/me/mentions").then().statusCode(200).body("items", empty());
        as(outsider).get("/v1/handovers").then().statusCode(200).body("items", empty());
    }

    @Test
    void anotherTicketIsNotReachedThroughOnesOwn() {
        var ticket = technicalTicket();
        var own = Desk.ticketOf(RecognizedFixtures.mail());
        restrictToInsider();

        as(outsider)
                .header("If-Match", "*")
                .body("{\"into\":\"%s\"}".formatted(ticket))
                .put("/v1/tickets/" + own + "/merge")
                .then()
                .statusCode(403)
                .body("type", equalTo(FOREIGN));
        as(outsider)
                .put("/v1/tickets/" + own + "/links/repeat-of/" + ticket)
                .then()
                .statusCode(403)
                .body("type", equalTo(FOREIGN));
        as(outsider)
                .delete("/v1/tickets/" + own + "/links/repeat-of/" + ticket)
                .then()
                .statusCode(403);
    }

    @Test
    void listsSearchesCountsExportsAndTheAuditLeaveItOut() {
        var ticket = technicalTicket();
        String customer = Desk.ticket(ticket).extract().path("customer.id");
        restrictToInsider();
        var query = "/v1/tickets?customerId=" + customer;

        as(insider).get(query).then().body("items.id", contains(ticket));
        as(outsider).get(query + "&total=true").then().body("items", hasSize(0)).body("total.exact", equalTo(0));
        as(outsider).get(query + "&q=invoice").then().body("items", hasSize(0));
        as(outsider).get("/v1/tickets?queue=technical").then().body("items", hasSize(0));
        assertThat(as(outsider)
                        .get("/v1/tickets/export?customerId=" + customer)
                        .then()
                        .statusCode(200)
                        .extract()
                        .asString()
                        .lines())
                .hasSize(1);
        as(outsider, "supervisor")
                .get("/v1/tickets/" + ticket + "/audit")
                .then()
                .statusCode(403);
        as(outsider, "supervisor")
                .get("/v1/audit?limit=100")
                .then()
                .statusCode(200)
                .body("items.ticketId", not(hasItem(ticket)));
        restrict(true, "[]", "[\"supervisor\"]").statusCode(200);
        as(outsider, "supervisor").get(query).then().body("items.id", contains(ticket));
        as(insider).get(query).then().body("items", hasSize(0));
        restrict(false, "[]", "[]").statusCode(200);
        as(outsider).get(query).then().body("items.id", contains(ticket));
    }

    @Test
    void callsOfTheQueueAreToldAndListedToNobodyElse() {
        sits(insider, "201");
        sits(outsider, "202");
        restrictToInsider();
        try (var inside = Listening.as(insider);
                var outside = Listening.as(outsider)) {
            var technical = RecognizedFixtures.callFor("technical");
            var technicalId = technical.at("/contact/contactId").textValue();
            Line.open().recognized(technical);
            inside.about(technicalId, 1);
            var billing = RecognizedFixtures.callFor("billing");
            Line.open().recognized(billing);

            outside.about(billing.at("/contact/contactId").textValue(), 1);

            assertThat(outside.messages()).noneMatch(message -> technicalId.equals(message.contact()));
            as(outsider).get("/v1/calls/" + technicalId).then().statusCode(403);
            as(outsider).get("/v1/calls?queue=technical").then().body("items", hasSize(0));
            as(insider).get("/v1/calls/" + technicalId).then().statusCode(200);
            as(insider).get("/v1/calls?queue=technical").then().body("items.contactId", hasItem(technicalId));
        }
    }

    private static void sits(String who, String extension) {
        as(who).body("{\"status\":\"busy\",\"extension\":\"%s\",\"queues\":[\"technical\",\"billing\"]}"
                        .formatted(extension))
                .put("/v1/agents/me")
                .then()
                .statusCode(200);
    }

    @Test
    void ofTwoWhoChangeItAtOnceTheSecondIsToldThatItHasChanged() {
        var seen = admin().get(PATH).header("ETag");
        try (var admins = Executors.newFixedThreadPool(2)) {
            QuarkusTransaction.begin();
            store.locked("technical");
            List<CompletableFuture<Integer>> changes;
            try {
                changes = Stream.of("agent-1", "agent-2")
                        .map(agent -> CompletableFuture.supplyAsync(() -> listOnly(agent, seen), admins))
                        .toList();
                Awaitility.await().atMost(Duration.ofSeconds(20)).until(() -> waiting() == 2);
            } finally {
                QuarkusTransaction.rollback();
            }
            assertThat(changes.stream().map(CompletableFuture::join)).containsExactlyInAnyOrder(200, 412);
        }
    }

    private static int listOnly(String agent, String seen) {
        return admin().header("If-Match", seen)
                .body("{\"restricted\":true,\"agents\":[\"%s\"],\"roles\":[]}".formatted(agent))
                .put(PATH)
                .statusCode();
    }

    private long waiting() {
        return QuarkusTransaction.requiringNew()
                .call(() -> new Sql(database).first("""
                                select count(*) from pg_locks where locktype = 'advisory' and not granted
                                and (classid::bigint << 32) | objid::bigint
                                    = hashtextextended('queue.access technical', 0)""", row -> row.getLong(1)))
                .orElseThrow();
    }

    @Test
    void onlyAdminsSayWhoseAQueueIsAndTheTrailKeepsIt() {
        as(outsider).header("If-Match", "*").body("{}").put(PATH).then().statusCode(403);
        restrict(true, "[\"a b\"]", "[]").statusCode(400);
        restrict(true, "[]", "[\"admin\"]").statusCode(400);
        admin().body("{\"restricted\":true,\"agents\":[],\"roles\":[]}")
                .put(PATH)
                .then()
                .statusCode(428);
        admin().get("/v1/queues/none/access").then().statusCode(404);
        restrictToInsider();
        agent().get(PATH)
                .then()
                .statusCode(200)
                .body("restricted", equalTo(true))
                .body("agents", contains(insider));
        admin().get("/v1/audit?kind=queue-access&who=root")
                .then()
                .body("items[0].after.agents", contains(insider))
                .body("items[0].setting", equalTo("technical"));
    }
}
