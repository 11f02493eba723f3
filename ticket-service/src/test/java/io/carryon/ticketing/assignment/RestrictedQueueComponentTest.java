package io.carryon.ticketing.assignment;

import static io.carryon.ticketing.assignment.Claims.claim;
import static io.carryon.ticketing.line.Desk.admin;
import static io.carryon.ticketing.line.Desk.as;
import static io.carryon.ticketing.line.Desk.serves;
import static io.carryon.ticketing.line.Desk.supervisor;
import static io.carryon.ticketing.line.RecognizedFixtures.callFor;
import static io.carryon.ticketing.line.RecognizedFixtures.mail;
import static io.restassured.RestAssured.given;
import static org.assertj.core.api.Assertions.assertThat;
import static org.hamcrest.Matchers.containsString;
import static org.hamcrest.Matchers.equalTo;
import static org.hamcrest.Matchers.nullValue;

import com.fasterxml.jackson.databind.node.ObjectNode;
import io.carryon.ticketing.line.Line;
import io.carryon.ticketing.line.Listening;
import io.carryon.ticketing.storage.Sql;
import io.quarkus.narayana.jta.QuarkusTransaction;
import io.quarkus.test.junit.QuarkusTest;
import io.restassured.response.ValidatableResponse;
import jakarta.inject.Inject;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.UUID;
import javax.sql.DataSource;
import org.awaitility.Awaitility;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

/** Who may not see a queue is given nothing of it, by nobody. */
@QuarkusTest
class RestrictedQueueComponentTest {

    private static final String ROUTING = "/v1/queues/technical/routing";

    private final String insider = "insider-" + UUID.randomUUID();
    private final String outsider = "outsider-" + UUID.randomUUID();
    private final String leader = "leader-" + UUID.randomUUID();

    @Inject
    DataSource database;

    @Inject
    RoutingSweep routing;

    @Inject
    AbsenceSweep absences;

    @BeforeEach
    void onlyInsidersAndSupervisorsSeeTheQueue() {
        sql("delete from ticketing.waiting_ticket");
        sql("update ticketing.agent set status = 'away'");
        access("{\"restricted\":true,\"agents\":[\"%s\"],\"roles\":[\"supervisor\"]}".formatted(insider));
        serves(outsider, "available", "technical", "support");
    }

    @AfterEach
    void everybodysAgain() {
        access("{\"restricted\":false,\"agents\":[],\"roles\":[]}");
        put(ROUTING, "{\"mode\":\"pull\",\"skills\":[]}").statusCode(200);
        sql("update ticketing.agent set status = 'away'");
    }

    @Test
    void aPushedTicketGoesToWhoIsListed() {
        put(ROUTING, "{\"mode\":\"push\",\"skills\":[]}").statusCode(200);
        var call = ticketOf(callFor("technical"));
        routing.route();
        owned(call).body("owner", nullValue());

        serves(insider, "available", "technical");
        becomes(call, insider);
    }

    @Test
    void aPushedTicketGoesToWhoHasAListedRole() {
        put(ROUTING, "{\"mode\":\"push\",\"skills\":[]}").statusCode(200);
        var call = ticketOf(callFor("technical"));
        routing.route();
        owned(call).body("owner", nullValue());

        given().header("Authorization", Line.bearer(leader, "supervisor"))
                .contentType("application/json")
                .body("{\"status\":\"available\",\"queues\":[\"technical\"]}")
                .put("/v1/agents/me")
                .then()
                .statusCode(200);
        becomes(call, leader);
    }

    @Test
    void theRolesOfTheTokenThatOpenedAStreamCount() {
        put(ROUTING, "{\"mode\":\"push\",\"skills\":[]}").statusCode(200);
        serves(leader, "available", "technical");
        var first = ticketOf(callFor("technical"));
        routing.route();
        owned(first).body("owner", nullValue());

        try (var listening = Listening.with(Line.bearer(leader, "supervisor"), null)) {
            becomes(first, leader);
        }
        try (var listening = Listening.with(Line.bearer(leader, "agent"), null)) {
            var second = ticketOf(callFor("technical"));
            routing.route();
            owned(second).body("owner", nullValue());
        }
    }

    @Test
    void whatWasClaimedIsNotShownOnceItIsInAQueueThatIsHidden() {
        var mail = ticketOf(mail());
        claim(outsider, "{}", "once").statusCode(200).body("id", equalTo(mail));
        admin().header("If-Match", "*")
                .body("{\"owner\":null,\"queue\":\"technical\"}")
                .put("/v1/tickets/" + mail + "/owner")
                .then()
                .statusCode(200);

        claim(outsider, "{}", "once").statusCode(403).body("type", equalTo("urn:carryon:problem:foreign-queue"));
    }

    @Test
    void aCallRingsNobodyWhoMayNotSeeIt() {
        serves(insider, "available", "technical");
        var call = callFor("technical");
        var contact = call.at("/contact/contactId").textValue();
        ticketOf(call);

        assertThat(targets(contact)).containsExactly(insider);
    }

    @Test
    void noColleagueHandsThemATicketOfIt() {
        serves(insider, "available", "technical");
        var call = ticketOf(callFor("technical"));
        assign(call, "me").statusCode(200);
        assign(call, outsider)
                .statusCode(400)
                .body("errors[0].pointer", equalTo("/owner"))
                .body("errors[0].detail", containsString("technical"));
        as(insider)
                .body("{\"items\":[{\"ticketId\":\"%s\"}],\"change\":{\"owner\":\"%s\"}}".formatted(call, outsider))
                .post("/v1/tickets/bulk")
                .then()
                .statusCode(200)
                .body("items[0].status", equalTo(400))
                .body("items[0].problem.errors[0].pointer", equalTo("/change/owner"));
        offer(call, "agent", outsider).statusCode(400).body("errors[0].pointer", equalTo("/to/name"));
        var team = "t-" + UUID.randomUUID();
        supervisor()
                .body("{\"members\":[\"%s\",\"%s\"],\"queues\":[]}".formatted(insider, outsider))
                .put("/v1/teams/" + team)
                .then()
                .statusCode(200);
        offer(call, "team", team).statusCode(400).body("errors[0].pointer", equalTo("/to/name"));
        owned(call).body("owner", equalTo(insider));
        assign(call, insider).statusCode(200);
    }

    @Test
    void aSubstituteGetsWhatTheyMaySeeAndTheQueueTheRest() {
        serves(insider, "available", "technical", "support");
        var hidden = ticketOf(callFor("technical"));
        var open = ticketOf(mail());
        for (var id : List.of(hidden, open)) {
            assign(id, "me").statusCode(200);
        }
        as(insider)
                .body("{\"from\":\"%s\",\"until\":\"%s\",\"substitute\":\"%s\"}"
                        .formatted(Instant.now().minusSeconds(60), Instant.now().plusSeconds(3600), outsider))
                .put("/v1/agents/me/absence")
                .then()
                .statusCode(200);

        absences.giveAway();

        becomes(open, outsider);
        owned(hidden).body("owner", nullValue()).body("queue", equalTo("technical"));
    }

    @Test
    void aSubstituteWhoGetsNothingIsIdleForAsLongAsBefore() {
        serves(insider, "available", "technical");
        var hidden = ticketOf(callFor("technical"));
        assign(hidden, "me").statusCode(200);
        var before = idleSince(outsider);
        as(insider)
                .body("{\"from\":\"%s\",\"until\":\"%s\",\"substitute\":\"%s\"}"
                        .formatted(Instant.now().minusSeconds(60), Instant.now().plusSeconds(3600), outsider))
                .put("/v1/agents/me/absence")
                .then()
                .statusCode(200);

        absences.giveAway();

        Awaitility.await()
                .atMost(Duration.ofSeconds(20))
                .untilAsserted(() -> owned(hidden).body("owner", nullValue()));
        assertThat(idleSince(outsider)).isEqualTo(before);
    }

    private Instant idleSince(String agent) {
        return QuarkusTransaction.requiringNew()
                .call(() -> new Sql(database)
                        .first(
                                "select idle_since from ticketing.agent where id = ?",
                                row -> Sql.instant(row, "idle_since"),
                                agent)
                        .orElseThrow());
    }

    private static String ticketOf(ObjectNode recognized) {
        Line.open().recognized(recognized);
        var query =
                "/v1/tickets?contactId=" + recognized.at("/contact/contactId").textValue();
        return Awaitility.await()
                .atMost(Duration.ofSeconds(20))
                .until(() -> admin().get(query).<String>path("items[0].id"), id -> id != null);
    }

    private List<String> targets(String contact) {
        return QuarkusTransaction.requiringNew()
                .call(() -> new Sql(database).list("""
                                select target ->> 'agentId' from ticketing.ticket_event,
                                    json_array_elements(payload -> 'offer' -> 'targets') as target
                                where payload ->> 'contactId' = ?""", row -> row.getString(1), contact));
    }

    private ValidatableResponse assign(String ticket, String owner) {
        return as(insider)
                .header("If-Match", "*")
                .body("{\"owner\":\"%s\"}".formatted(owner))
                .put("/v1/tickets/" + ticket + "/owner")
                .then();
    }

    private ValidatableResponse offer(String ticket, String kind, String name) {
        return as(insider)
                .header("Idempotency-Key", UUID.randomUUID().toString())
                .body("{\"to\":{\"kind\":\"%s\",\"name\":\"%s\"},\"note\":\"Yours.\"}".formatted(kind, name))
                .post("/v1/tickets/" + ticket + "/handovers")
                .then();
    }

    private static void becomes(String ticket, String owner) {
        Awaitility.await()
                .atMost(Duration.ofSeconds(20))
                .untilAsserted(() -> owned(ticket).body("owner", equalTo(owner)));
    }

    private static ValidatableResponse owned(String ticket) {
        return admin().get("/v1/tickets/" + ticket).then().statusCode(200);
    }

    private static void access(String body) {
        put("/v1/queues/technical/access", body).statusCode(200);
    }

    private static ValidatableResponse put(String path, String body) {
        return admin().header("If-Match", "*").body(body).put(path).then();
    }

    private void sql(String statement) {
        QuarkusTransaction.requiringNew().run(() -> new Sql(database).update(statement));
    }
}
