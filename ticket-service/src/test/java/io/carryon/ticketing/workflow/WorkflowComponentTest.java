package io.carryon.ticketing.workflow;

import static io.carryon.ticketing.line.Desk.admin;
import static io.carryon.ticketing.line.Desk.agent;
import static io.carryon.ticketing.line.Desk.move;
import static io.carryon.ticketing.line.Desk.status;
import static io.carryon.ticketing.line.Desk.ticket;
import static io.carryon.ticketing.line.Desk.ticketOf;
import static io.carryon.ticketing.line.RecognizedFixtures.mail;
import static org.assertj.core.api.Assertions.assertThat;
import static org.hamcrest.Matchers.containsString;
import static org.hamcrest.Matchers.equalTo;
import static org.hamcrest.Matchers.hasItem;
import static org.hamcrest.Matchers.hasItems;
import static org.hamcrest.Matchers.hasSize;
import static org.hamcrest.Matchers.not;
import static org.hamcrest.Matchers.nullValue;

import io.carryon.ticketing.contracts.Contract;
import io.carryon.ticketing.line.Line;
import io.quarkus.narayana.jta.QuarkusTransaction;
import io.quarkus.test.junit.QuarkusTest;
import io.restassured.response.ValidatableResponse;
import jakarta.inject.Inject;
import jakarta.persistence.EntityManager;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.UUID;
import java.util.stream.IntStream;
import org.junit.jupiter.api.Test;

@QuarkusTest
class WorkflowComponentTest {

    @Inject
    HoldReturns returns;

    @Inject
    EntityManager database;

    @Test
    void anAdminDefinesAStatusAndStaffMoveTicketsThroughIt() {
        var code = "supplier-" + UUID.randomUUID().toString().substring(0, 8);
        put(code, null, setting("WAITING_FOR_CUSTOMER", "Waiting for supplier", "We wait for a part", "open"))
                .statusCode(200)
                .header("ETag", "\"1\"");
        allowFromOpen(code);
        var id = ticketOf(mail());
        status(id, "OPEN").statusCode(200);

        move(id, "{\"code\":\"%s\",\"reason\":\"Part is ordered\"}".formatted(code))
                .statusCode(200)
                .body("status", equalTo("WAITING_FOR_CUSTOMER"))
                .body("workflow.code", equalTo(code))
                .body("workflow.name", equalTo("Waiting for supplier"))
                .body("workflow.customerName.en", equalTo("We wait for a part"))
                .body("workflow.moves.code", equalTo(List.of("open")))
                .body("moves", equalTo(List.of("OPEN")));
        move(id, "{\"status\":\"RESOLVED\"}").statusCode(409).body("detail", containsString("open (OPEN)"));
        agent().get("/v1/tickets/" + id + "/events")
                .then()
                .body("items[-1].type", equalTo("STATUS_CHANGED"))
                .body("items[-1].data.fromCode", equalTo("open"))
                .body("items[-1].data.toCode", equalTo(code))
                .body("items[-1].actor.id", equalTo("agent-1"));
        status(id, "OPEN").statusCode(200).body("workflow.code", equalTo("open"));
    }

    @Test
    void settingsAreTheAdminsAndMustFitTogether() {
        var good = setting("OPEN", "Looking into it", "We look into it", "resolved");
        agent().body(good).put("/v1/statuses/looking").then().statusCode(403);
        put("Bad Code", null, good).statusCode(400);
        put("looking", "\"4\"", good).statusCode(412);
        put("open", null, good).statusCode(428);
        put("open", etag("open"), setting("ON_HOLD", "x", "x", "resolved"))
                .statusCode(400)
                .body("errors[0].pointer", equalTo("/status"));
        put("open", etag("open"), good).statusCode(400).body("errors[0].pointer", equalTo("/byDefault"));
        put("looking", null, setting("OPEN", "x", "x", "nowhere")).body("errors[0].pointer", equalTo("/movesTo/0"));
        put("looking", null, setting("OPEN", "x", "x", "new")).body("errors[0].pointer", equalTo("/movesTo/0"));
        put("looking", null, good.replace("\"en\"", "\"de\"")).body("errors[0].pointer", equalTo("/customerName"));
        admin().get("/v1/statuses/looking").then().statusCode(404);
        agent().get("/v1/statuses")
                .then()
                .body("items.code", hasItems("new", "open", "on-hold", "closed"))
                .body("items.find { it.code == 'on-hold' }.customerName.de", containsString("melden"));
    }

    @Test
    void nothingIsClosedWithoutAnAnswerTheCustomerCanRead() {
        var id = ticketOf(mail());
        status(id, "RESOLVED").statusCode(200).body("workflow.resolution", nullValue());

        move(id, "{\"status\":\"CLOSED\"}")
                .statusCode(422)
                .body("type", equalTo("urn:carryon:problem:resolution-needed"))
                .body("detail", containsString("workaround"));
        move(id, "{\"status\":\"CLOSED\",\"resolution\":{\"code\":\"magic\",\"reason\":\"x\"}}")
                .statusCode(400)
                .body("errors[0].pointer", equalTo("/resolution/code"));
        move(id, "{\"status\":\"CLOSED\",\"resolution\":{\"code\":\"solved\",\"reason\":\" \"}}")
                .statusCode(400);
        move(id, "{\"status\":\"CLOSED\",\"resolution\":{\"code\":\"solved\",\"reason\":\"You were paid back.\"}}")
                .statusCode(200)
                .body("workflow.resolution.code", equalTo("solved"))
                .body("workflow.resolution.reason", equalTo("You were paid back."));
        var told = Line.open().data("ticket.changed", id, 3).getLast();
        Contract.named("ticket.changed").accepts(told);
        assertThat(told.at("/resolution/reason").textValue()).isEqualTo("You were paid back.");
        assertThat(told.get("statusCode").textValue()).isEqualTo("closed");
    }

    @Test
    void whatWasSaidAtResolvingHoldsAtClosing() {
        var id = ticketOf(mail());
        move(id, "{\"status\":\"RESOLVED\",\"resolution\":{\"code\":\"answered\",\"reason\":\"It is in the manual.\"}}")
                .statusCode(200);

        move(id, "{\"status\":\"CLOSED\"}").statusCode(200).body("workflow.resolution.code", equalTo("answered"));
    }

    @Test
    void aHoldNeedsAReasonAndAnEnd() {
        var id = ticketOf(mail());
        var later = Instant.now().plus(Duration.ofHours(2));

        move(id, "{\"status\":\"ON_HOLD\",\"reason\":\"x\"}").statusCode(422);
        move(id, "{\"status\":\"ON_HOLD\",\"returnAt\":\"%s\"}".formatted(later))
                .statusCode(422);
        move(id, "{\"status\":\"ON_HOLD\",\"reason\":\"x\",\"returnAt\":\"2020-01-01T00:00:00Z\"}")
                .statusCode(400);
        move(id, "{\"status\":\"ON_HOLD\",\"reason\":\"Part\",\"returnAt\":\"%s\"}".formatted(later))
                .statusCode(200)
                .body("workflow.hold.reason", equalTo("Part"));
        move(id, "{\"status\":\"ON_HOLD\",\"reason\":\"Later\",\"returnAt\":\"%s\"}".formatted(later.plusSeconds(60)))
                .statusCode(200)
                .body("workflow.hold.reason", equalTo("Later"))
                .body("revision", equalTo(3));
    }

    @Test
    void aTicketOnHoldComesBackByItselfOnceHoweverManyLook() {
        var ids = IntStream.range(0, 3).mapToObj(at -> onHold()).toList();
        var closed = onHold();
        QuarkusTransaction.requiringNew().run(() -> {
            database.createNativeQuery("update ticketing.ticket_workflow set hold_until = now() - interval '1 hour'"
                            + " where ticket_id in (?1, ?2, ?3, ?4)")
                    .setParameter(1, UUID.fromString(ids.get(0)))
                    .setParameter(2, UUID.fromString(ids.get(1)))
                    .setParameter(3, UUID.fromString(ids.get(2)))
                    .setParameter(4, UUID.fromString(closed))
                    .executeUpdate();
            // As a merge leaves it.
            database.createNativeQuery("update ticketing.ticket set status = 'CLOSED' where id = ?1")
                    .setParameter(1, UUID.fromString(closed))
                    .executeUpdate();
        });

        IntStream.range(0, 6).parallel().forEach(at -> returns.bringBack());

        ids.forEach(id -> {
            ticket(id).body("status", equalTo("OPEN")).body("workflow.hold", nullValue());
            agent().get("/v1/tickets/" + id + "/events")
                    .then()
                    .body("items", hasSize(3))
                    .body("items[2].actor.kind", equalTo("SYSTEM"))
                    .body("items[2].data.fromCode", equalTo("on-hold"))
                    .body("items[2].data.to", equalTo("OPEN"));
        });
        ticket(closed).body("status", equalTo("CLOSED")).body("revision", equalTo(2));
    }

    @Test
    void resolutionCodesAreTheAdminsToo() {
        var code = "exchanged-" + UUID.randomUUID().toString().substring(0, 8);
        var body = "{\"name\":\"Part exchanged\",\"customerName\":{\"en\":\"We exchanged it\"},\"active\":%s}";
        agent().body(body.formatted(true)).put("/v1/resolutions/" + code).then().statusCode(403);
        admin().body(body.formatted(true)).put("/v1/resolutions/" + code).then().statusCode(200);
        agent().get("/v1/resolutions").then().body("items.code", hasItem(code));
        admin().header("If-Match", "\"1\"")
                .body(body.formatted(false))
                .put("/v1/resolutions/" + code)
                .then()
                .statusCode(200)
                .header("ETag", "\"2\"");

        var id = ticketOf(mail());
        move(id, "{\"status\":\"RESOLVED\",\"resolution\":{\"code\":\"%s\",\"reason\":\"x\"}}".formatted(code))
                .statusCode(400)
                .body("errors[0].detail", not(containsString(code)));
    }

    private static String onHold() {
        var id = ticketOf(mail());
        status(id, "ON_HOLD").statusCode(200);
        return id;
    }

    private static void allowFromOpen(String code) {
        var open = agent().get("/v1/statuses/open").then().statusCode(200).extract();
        var moves = new java.util.ArrayList<String>(open.path("movesTo"));
        moves.add(code);
        put("open", open.header("ETag"), """
                {"status":"OPEN","name":"Open","customerName":{"en":"In progress"},"byDefault":true,"active":true,
                 "movesTo":["%s"]}""".formatted(String.join("\",\"", moves)))
                .statusCode(200);
    }

    private static String setting(String category, String name, String words, String movesTo) {
        return """
                {"status":"%s","name":"%s","customerName":{"en":"%s"},"movesTo":["%s"],"active":true}""".formatted(category, name, words, movesTo);
    }

    private static String etag(String code) {
        return agent().get("/v1/statuses/" + code).header("ETag");
    }

    private static ValidatableResponse put(String code, String ifMatch, String body) {
        var request = admin().body(body);
        return (ifMatch == null ? request : request.header("If-Match", ifMatch))
                .put("/v1/statuses/{code}", code)
                .then();
    }
}
