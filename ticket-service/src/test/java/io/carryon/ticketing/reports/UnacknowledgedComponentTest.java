package io.carryon.ticketing.reports;

import static io.carryon.ticketing.line.Desk.agent;
import static io.carryon.ticketing.line.Desk.as;
import static io.carryon.ticketing.line.Desk.supervisor;
import static io.carryon.ticketing.line.Desk.ticketOf;
import static io.carryon.ticketing.line.RecognizedFixtures.mail;
import static org.assertj.core.api.Assertions.assertThat;
import static org.hamcrest.Matchers.equalTo;
import static org.hamcrest.Matchers.hasItem;
import static org.hamcrest.Matchers.hasSize;

import io.carryon.ticketing.storage.Sql;
import io.quarkus.narayana.jta.QuarkusTransaction;
import io.quarkus.test.junit.QuarkusTest;
import io.restassured.response.ValidatableResponse;
import jakarta.inject.Inject;
import java.time.LocalDate;
import java.time.ZoneOffset;
import java.util.ArrayList;
import java.util.List;
import java.util.UUID;
import javax.sql.DataSource;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;

/** Supervisors see who solves tickets without telling customers that they were heard. */
@QuarkusTest
class UnacknowledgedComponentTest {

    private static final String REPORT = "/v1/reports/unacknowledged";
    private static final String MAY = REPORT + "?from=2003-05-01&to=2003-06-01";

    // As rows of the log that were published long ago.
    private static final String CHANGED = """
            insert into ticketing.ticket_event
                (ticket_id, revision, type, payload, state, actor_kind, actor, at, epoch, xid)
            values ('%s', 1, 'STATUS_CHANGED', '{"from":"%s","to":"%s"}', '{}', 'STAFF', '%s', '%s', 0, '3')""";

    private final String ann = "ann-" + UUID.randomUUID();
    private final String ben = "ben " + UUID.randomUUID();

    @Inject
    DataSource database;

    @AfterEach
    void nothingWasSolvedInThatMay() {
        sql("delete from ticketing.ticket_event where at < '2004-01-01'");
    }

    @Test
    void eachAgentsSolutionsAreCountedAndThoseWithoutAnAcknowledgement() {
        solved(ann, "2003-05-01T00:00:00Z", null);
        solved(ann, "2003-05-31T23:59:59Z", "2003-06-01T09:00:00Z");
        solved(ann, "2003-05-02T10:00:00Z", "2003-05-02T10:00:00Z");
        solved(ann, "2003-06-01T00:00:00Z", null);
        solved(ben, "2003-05-03T10:00:00Z", "2003-05-02T10:00:00Z");
        changed(ben, "2003-05-03T11:00:00Z", "RESOLVED", "CLOSED");
        changed(ben, "2003-05-03T12:00:00Z", "OPEN", "ON_HOLD");

        report(MAY)
                .body("total.numerator", equalTo(2))
                .body("total.denominator", equalTo(4))
                .body("items.agent", equalTo(List.of(ann, ben)))
                .body("items[0].unacknowledged.numerator", equalTo(2))
                .body("items[0].unacknowledged.denominator", equalTo(3))
                .body("items[1].unacknowledged.numerator", equalTo(0))
                .body("items[1].unacknowledged.denominator", equalTo(1))
                .body("hasMore", equalTo(false));
    }

    @Test
    void itIsReadPageByPage() {
        var agents = List.of(ann, ben, "cid-" + UUID.randomUUID());
        for (var day : List.of(1, 2, 3)) {
            solved(ann, "2003-05-0%dT10:00:00Z".formatted(day), null);
        }
        solved(ben, "2003-05-04T10:00:00Z", null);
        solved(agents.get(2), "2003-05-05T10:00:00Z", null);

        var read = new ArrayList<String>();
        var cursor = "";
        while (cursor != null) {
            var page = report(MAY + "&limit=1" + cursor)
                    .body("items", hasSize(1))
                    .body("total.numerator", equalTo(5))
                    .extract();
            read.add(page.path("items[0].agent"));
            cursor = page.path("next") == null ? null : "&cursor=" + page.path("next");
        }

        assertThat(read).containsExactlyElementsOf(agents);
    }

    @Test
    void whatIsSolvedAtTheDeskIsCounted() {
        var id = ticketOf(mail());
        as(ann).header("If-Match", "*")
                .body("{\"status\":\"RESOLVED\"}")
                .put("/v1/tickets/" + id + "/status")
                .then()
                .statusCode(200);

        var today = LocalDate.now(ZoneOffset.UTC);
        report(REPORT + "?limit=100&from=%s&to=%s".formatted(today.minusDays(1), today.plusDays(2)))
                .body("items.agent", hasItem(ann))
                .rootPath("items.find { it.agent == '%s' }.unacknowledged".formatted(ann))
                .body("numerator", equalTo(1))
                .body("denominator", equalTo(1));
    }

    @Test
    void whatIsWrongIsNamed() {
        agent().get(MAY).then().statusCode(403);
        wrong("?to=2003-06-01", "from");
        wrong("?from=2003-06-01&to=2003-06-01", "to");
        wrong("?from=2003-06-01&to=2005-06-01", "to");
        wrong("?from=2003-05-01&to=2003-06-01&cursor=abc", "cursor");
        supervisor().get(MAY + "&limit=101").then().statusCode(400);
    }

    private static void wrong(String query, String pointer) {
        supervisor().get(REPORT + query).then().statusCode(400).body("errors.pointer", hasItem(pointer));
    }

    private static ValidatableResponse report(String path) {
        return supervisor().get(path).then().statusCode(200);
    }

    private void solved(String agent, String at, String acknowledgedAt) {
        var ticket = changed(agent, at, "OPEN", "RESOLVED");
        if (acknowledgedAt != null) {
            sql("insert into ticketing.acknowledgement (ticket_id, acknowledged_at) values ('%s', '%s')"
                    .formatted(ticket, acknowledgedAt));
        }
    }

    private UUID changed(String agent, String at, String from, String to) {
        var ticket = UUID.randomUUID();
        sql(CHANGED.formatted(ticket, from, to, agent, at));
        return ticket;
    }

    private void sql(String statement) {
        QuarkusTransaction.requiringNew().run(() -> new Sql(database).update(statement));
    }
}
