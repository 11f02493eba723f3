package io.carryon.ticketing.sla;

import static io.carryon.ticketing.line.Desk.agent;
import static io.carryon.ticketing.line.Desk.supervisor;
import static io.carryon.ticketing.line.Desk.ticket;
import static io.carryon.ticketing.line.Desk.ticketOf;
import static io.carryon.ticketing.line.RecognizedFixtures.mail;
import static io.restassured.RestAssured.given;
import static org.hamcrest.Matchers.equalTo;
import static org.hamcrest.Matchers.hasItem;
import static org.hamcrest.Matchers.hasSize;

import com.fasterxml.jackson.databind.node.ObjectNode;
import io.carryon.ticketing.line.Line;
import io.carryon.ticketing.storage.Sql;
import io.quarkus.narayana.jta.QuarkusTransaction;
import io.quarkus.test.junit.QuarkusTest;
import io.restassured.response.ValidatableResponse;
import io.restassured.specification.RequestSpecification;
import jakarta.inject.Inject;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import javax.sql.DataSource;
import org.junit.jupiter.api.Test;

/** Admins say how long customers may wait, and supervisors see whether they did. */
@QuarkusTest
class SlaSettingsComponentTest {

    @Inject
    SlaSweep sweep;

    @Inject
    DataSource database;

    private static RequestSpecification admin() {
        return given().header("Authorization", Line.bearer("boss", "admin")).contentType("application/json");
    }

    private void readAnew(String id) {
        QuarkusTransaction.requiringNew().run(() -> sweep.tell(List.of(UUID.fromString(id)), Instant.EPOCH));
    }

    private static final String CATCH_ALL = """
            {"name":"rest","calendar":"default","warnAtPercent":75,"pauseOnHold":false,
             "targets":{"firstResponse":240,"nextResponse":480,"resolution":2400}}""";

    private static final String OF_TIER = """
            {"name":"tier","tiers":["%s"],"calendar":"default","warnAtPercent":75,"pauseOnHold":false,
             "targets":{"firstResponse":%d}}""";

    private static final String OF_PRIORITY = """
            {"name":"urgent","priorities":["URGENT"],"calendar":"default","warnAtPercent":75,"pauseOnHold":false,
             "targets":{"firstResponse":10}}""";

    private static ValidatableResponse put(String etag, String... policies) {
        var request = etag == null ? admin() : admin().header("If-Match", etag);
        return request.body("{\"policies\":[%s]}".formatted(String.join(",", policies)))
                .put("/v1/sla/policies")
                .then();
    }

    private static String etag() {
        return agent().get("/v1/sla/policies").then().statusCode(200).extract().header("ETag");
    }

    @Test
    void aPolicyHoldsForItsTierAndItsChangeForWhatIsRunning() {
        var before = agent().get("/v1/sla/policies").then().extract().<List<Object>>path("policies");
        var tier = "tier-" + UUID.randomUUID();
        put(etag(), OF_TIER.formatted(tier, 10), CATCH_ALL).statusCode(200).body("policies", hasSize(2));
        var mail = mail();
        ((ObjectNode) mail.get("card")).set("value", Line.json("{\"tier\":\"%s\"}".formatted(tier)));
        var id = ticketOf(mail);
        var due = Instant.parse(ticket(id)
                .body("sla[0].policy", equalTo("tier"))
                .body("sla[1].outcome", equalTo("UNMEASURED"))
                .extract()
                .<String>path("sla[0].dueAt"));

        put(etag(), OF_TIER.formatted(tier, 60), CATCH_ALL).statusCode(200);
        readAnew(id);

        ticket(id).body("sla[0].dueAt", equalTo(due.plus(Duration.ofMinutes(50)).toString()));
        admin().header("If-Match", etag())
                .body(Map.of("policies", before))
                .put("/v1/sla/policies")
                .then()
                .statusCode(200);
    }

    @Test
    void aTicketThatIsMadeMoreUrgentIsCountedByThePolicyOfItsPriority() {
        var before = agent().get("/v1/sla/policies").then().extract().<List<Object>>path("policies");
        put(etag(), OF_PRIORITY, CATCH_ALL).statusCode(200);
        var id = ticketOf(mail());
        ticket(id).body("sla[0].policy", equalTo("rest"));

        prioritize(id, "\"9\"", "URGENT").statusCode(412);
        prioritize(id, "\"1\"", "HOT").statusCode(400).body("errors[0].pointer", equalTo("/priority"));
        agent().body("{\"priority\":\"HIGH\"}")
                .put("/v1/tickets/" + id + "/priority")
                .then()
                .statusCode(428);
        prioritize(id, "\"1\"", "URGENT")
                .statusCode(200)
                .header("ETag", "\"2\"")
                .body("priority", equalTo("URGENT"))
                .body("sla[0].policy", equalTo("urgent"));
        prioritize(id, "\"2\"", "URGENT").statusCode(200).header("ETag", "\"2\"");

        supervisor()
                .get("/v1/tickets/" + id + "/audit")
                .then()
                .body("items[-1].kind", equalTo("PRIORITY_CHANGED"))
                .body("items[-1].who.id", equalTo("agent-1"))
                .body("items[-1].before.priority", equalTo("NORMAL"))
                .body("items[-1].after.priority", equalTo("URGENT"));
        admin().header("If-Match", etag())
                .body(Map.of("policies", before))
                .put("/v1/sla/policies")
                .then()
                .statusCode(200);
    }

    private static ValidatableResponse prioritize(String id, String ifMatch, String priority) {
        return agent().header("If-Match", ifMatch)
                .body("{\"priority\":\"%s\"}".formatted(priority))
                .put("/v1/tickets/" + id + "/priority")
                .then();
    }

    @Test
    void aListThatLeavesCustomersOutIsRefused() {
        put(null, CATCH_ALL).statusCode(428);
        put("\"0\"", CATCH_ALL).statusCode(412);
        put(etag(), OF_TIER.formatted("gold", 10)).statusCode(400).body("errors.pointer", hasItem("/policies/0"));
        put(etag(), CATCH_ALL, CATCH_ALL).statusCode(400).body("errors.pointer", hasItem("/policies/1/name"));
        put(etag(), CATCH_ALL.replace("\"default\"", "\"nobodys\""))
                .statusCode(400)
                .body("errors.pointer", hasItem("/policies/0/calendar"));
        put(etag()).statusCode(400);
        agent().header("If-Match", etag())
                .body("{\"policies\":[]}")
                .put("/v1/sla/policies")
                .then()
                .statusCode(403);
    }

    @Test
    void theReportSaysWhereAChannelLags() {
        QuarkusTransaction.requiringNew().run(() -> {
            waits("EMAIL", "MET", 40);
            waits("CHAT", "MET", 15);
            waits("CHAT", "MISSED", 5);
            waits("CHAT", "RUNNING", 5);
            waits("PHONE", "MISSED", 1);
        });

        supervisor()
                .get("/v1/reports/sla?from=2001-05-01&to=2001-06-01")
                .then()
                .statusCode(200)
                .body("total[0].met", equalTo(55))
                .body("total[0].overdue", equalTo(5))
                .body("groups[0].key", equalTo("chat"))
                .body("groups[0].lags", equalTo(true))
                .body("groups[0].rate", equalTo(0.6f))
                .body("groups[0].medianSec", equalTo(600))
                .body("groups.findAll { it.lags }", hasSize(1));
        agent().get("/v1/reports/sla?from=2001-05-01&to=2001-06-01").then().statusCode(403);
        supervisor().get("/v1/reports/sla?from=May&to=2001-06-01").then().statusCode(400);
    }

    private void waits(String channel, String outcome, int count) {
        new Sql(database).update("""
                insert into ticketing.sla_clock (ticket_id, kind, number, channel, queue, priority, started_at, stopped_at,
                    due_at, outcome, worked_sec, stamp)
                select gen_random_uuid(), 'FIRST_RESPONSE', 1, ?, 'support', 'NORMAL', '2001-05-02T08:00:00Z',
                    '2001-05-02T09:00:00Z', '2001-05-02T10:00:00Z', ?, 600, 1000000 from generate_series(1, ?)""", channel, outcome, count);
    }
}
