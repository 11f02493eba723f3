package io.carryon.ticketing.audit;

import static io.carryon.ticketing.line.Desk.admin;
import static io.carryon.ticketing.line.Desk.agent;
import static io.carryon.ticketing.line.Desk.supervisor;
import static io.restassured.RestAssured.given;
import static org.assertj.core.api.Assertions.assertThat;
import static org.hamcrest.Matchers.contains;
import static org.hamcrest.Matchers.equalTo;
import static org.hamcrest.Matchers.everyItem;
import static org.hamcrest.Matchers.hasItem;
import static org.hamcrest.Matchers.nullValue;

import io.carryon.ticketing.line.Desk;
import io.carryon.ticketing.line.Line;
import io.carryon.ticketing.line.RecognizedFixtures;
import io.quarkus.test.junit.QuarkusTest;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.UUID;
import org.junit.jupiter.api.Test;

/** Who did what is read from the API, page by page, and nobody but supervisors and admins reads it. */
@QuarkusTest
class AuditComponentTest {

    private static final String HOURS = """
            {"zone":"UTC","week":{"MONDAY":[{"from":"09:00","to":"%s"}]}}""";

    @Test
    void whatWasDoneToATicketIsToldWithBeforeAndAfter() {
        var ticket = Desk.ticketOf(RecognizedFixtures.mail());
        Desk.status(ticket, "OPEN").statusCode(200);

        supervisor()
                .get("/v1/tickets/" + ticket + "/audit")
                .then()
                .statusCode(200)
                .body("items.revision", contains(1, 2))
                .body("items.kind", contains("OPENED", "STATUS_CHANGED"))
                .body("items[0].before", nullValue())
                .body("items[0].after.status", equalTo("NEW"))
                .body("items[1].who.id", equalTo("agent-1"))
                .body("items[1].who.kind", equalTo("STAFF"))
                .body("items[1].before", equalTo(java.util.Map.of("status", "NEW")))
                .body("items[1].after", equalTo(java.util.Map.of("status", "OPEN")))
                .body("hasMore", equalTo(false));
        agent().get("/v1/tickets/" + ticket + "/audit").then().statusCode(403);
        supervisor().get("/v1/tickets/" + UUID.randomUUID() + "/audit").then().statusCode(404);
    }

    @Test
    void whoChangedASettingIsToldWithBeforeAndAfter() {
        var who = "admin-" + UUID.randomUUID();
        var name = "audited-" + UUID.randomUUID();
        var byThem = given().header("Authorization", Line.bearer(who, "admin")).contentType("application/json");
        byThem.body(HOURS.formatted("12:00"))
                .put("/v1/calendars/" + name)
                .then()
                .statusCode(200);
        given().header("Authorization", Line.bearer(who, "admin"))
                .contentType("application/json")
                .header("If-Match", "\"1\"")
                .body(HOURS.formatted("17:00"))
                .put("/v1/calendars/" + name)
                .then()
                .statusCode(200);

        admin().get("/v1/audit?kind=calendar&who=" + who)
                .then()
                .statusCode(200)
                .body("items.setting", contains(name, name))
                .body("items.who.id", everyItem(equalTo(who)))
                .body("items[0].before.week.MONDAY[0].to", equalTo("12:00"))
                .body("items[0].after.week.MONDAY[0].to", equalTo("17:00"))
                .body("items[1].before", nullValue())
                .body("items[1].after.zone", equalTo("UTC"))
                .body("items.ticketId", everyItem(nullValue()));
        agent().get("/v1/audit").then().statusCode(403);
    }

    @Test
    void aPersonsDeedsAreReadPageByPageWithoutLossOrRepetition() {
        var who = "agent-" + UUID.randomUUID();
        var since = Instant.now();
        var tickets = new ArrayList<String>();
        for (var made = 0; made < 5; made++) {
            var ticket = Desk.ticketOf(RecognizedFixtures.mail());
            tickets.addFirst(ticket);
            given().header("Authorization", Line.bearer(who, "agent"))
                    .contentType("application/json")
                    .header("Idempotency-Key", UUID.randomUUID().toString())
                    .body("{\"text\":\"Looked at it.\"}")
                    .post("/v1/tickets/" + ticket + "/notes")
                    .then()
                    .statusCode(201);
        }

        var read = new ArrayList<String>();
        String cursor = null;
        do {
            var page = supervisor()
                    .queryParam("who", who)
                    .queryParam("since", since.toString())
                    .queryParam("limit", 2)
                    .queryParams(cursor == null ? java.util.Map.of() : java.util.Map.of("cursor", cursor))
                    .get("/v1/audit")
                    .then()
                    .statusCode(200)
                    .body("items.kind", everyItem(equalTo("NOTED")))
                    .extract();
            read.addAll(page.<List<String>>path("items.ticketId"));
            cursor = page.path("next");
        } while (cursor != null);

        assertThat(read).isEqualTo(tickets);
        supervisor()
                .queryParam("who", who)
                .queryParam("until", since.toString())
                .get("/v1/audit")
                .then()
                .body("items", equalTo(List.of()));
    }

    @Test
    void whatIsWrongIsNamed() {
        supervisor().get("/v1/audit?since=yesterday").then().statusCode(400).body("errors.pointer", hasItem("since"));
        supervisor().get("/v1/audit?kind=a%20b").then().statusCode(400);
        supervisor().get("/v1/audit?cursor=abc").then().statusCode(400).body("errors.pointer", hasItem("cursor"));
        supervisor().get("/v1/audit?limit=101").then().statusCode(400);
    }
}
