package io.carryon.ticketing.search;

import static io.carryon.ticketing.line.Desk.agent;
import static io.carryon.ticketing.line.Desk.status;
import static io.carryon.ticketing.line.Desk.supervisor;
import static io.carryon.ticketing.line.Desk.ticket;
import static io.carryon.ticketing.line.Desk.ticketOf;
import static io.carryon.ticketing.line.RecognizedFixtures.mailAbout;
import static org.assertj.core.api.Assertions.assertThat;
import static org.hamcrest.Matchers.containsString;

import io.carryon.ticketing.problem.Cursor;
import io.quarkus.test.junit.QuarkusTest;
import java.util.ArrayList;
import java.util.List;
import java.util.UUID;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

@QuarkusTest
class TicketListComponentTest {

    private final UUID customer = UUID.randomUUID();

    @Test
    void aListIsReadPageByPageWithoutGapsOrRepeats() {
        var created = new ArrayList<String>();
        for (var i = 0; i < 5; i++) {
            created.add(ticketOf(mailAbout(customer, UUID.randomUUID())));
        }

        var seen = new ArrayList<String>();
        String next = null;
        do {
            var page = agent().get("/v1/tickets?sort=opened&limit=2&customerId=" + customer
                            + (next == null ? "" : "&cursor=" + next))
                    .then()
                    .statusCode(200)
                    .extract();
            seen.addAll(page.<List<String>>path("items.id"));
            next = page.path("next");
        } while (next != null);

        assertThat(seen).containsExactlyElementsOf(created.reversed());
    }

    @Test
    void aCursorBelongsToItsQuery() {
        ticketOf(mailAbout(customer, UUID.randomUUID()));
        ticketOf(mailAbout(customer, UUID.randomUUID()));
        String next = agent().get("/v1/tickets?limit=1&customerId=" + customer)
                .then()
                .extract()
                .path("next");

        agent().get("/v1/tickets?limit=1&customerId=" + UUID.randomUUID() + "&cursor=" + next)
                .then()
                .statusCode(400);
        agent().get("/v1/tickets?limit=1&sort=opened&customerId=" + customer + "&cursor=" + next)
                .then()
                .statusCode(400);
    }

    @Test
    void filtersNarrowTheList() {
        var id = ticketOf(mailAbout(customer, UUID.randomUUID()));
        status(id, "ON_HOLD").statusCode(200);
        String number = ticket(id).extract().path("number");

        assertThat(found("status=ON_HOLD&status=NEW")).containsExactly(id);
        assertThat(found("status=NEW")).isEmpty();
        assertThat(found("number=" + number)).containsExactly(id);
        assertThat(found("number=1")).isEmpty();
        assertThat(found("q=mAy invoice&channel=email&queue=support&owner=none"))
                .containsExactly(id);
        assertThat(found("q=zebra%25")).isEmpty();
        assertThat(found("owner=me")).isEmpty();
        assertThat(found("channel=chat")).isEmpty();
        assertThat(found("openedAfter=2020-01-01T00:00:00Z&openedBefore=2099-01-01T00:00:00Z"))
                .containsExactly(id);
        assertThat(found("openedAfter=2099-01-01T00:00:00Z")).isEmpty();
    }

    @ParameterizedTest
    @CsvSource({
        "status=SLEEPING, status",
        "channel=pigeon, channel",
        "sort=size, sort",
        "limit=0, limit",
        "limit=101, limit",
        "limit=x, limit",
        "customerId=x, customerId",
        "cursor=x, cursor",
        "cursor=%00, cursor",
        "openedAfter=yesterday, openedAfter",
        "openedAfter=%2B500000-01-01T00:00:00Z, openedAfter",
        "openedBefore=1969-12-31T23:59:59Z, openedBefore",
        "q=%00, q",
        "q=colour:red, q",
        "queue=%00, queue",
    })
    void aWrongFilterIsNamed(String query, String name) {
        agent().urlEncodingEnabled(false)
                .get("/v1/tickets?" + query)
                .then()
                .statusCode(400)
                .contentType("application/problem+json")
                .body("errors[0].pointer", containsString(name));
    }

    @Test
    void aCursorOfATimeNobodyCanStoreIsRefused() {
        supervisor()
                .get("/v1/dead-letters?cursor="
                        + Cursor.of(
                                "dead letters null null",
                                "+500000-01-01T00:00:00Z",
                                UUID.randomUUID().toString()))
                .then()
                .statusCode(400);
    }

    private List<String> found(String filter) {
        return agent().urlEncodingEnabled(false)
                .get("/v1/tickets?customerId=" + customer + "&" + filter.replace(" ", "%20"))
                .then()
                .statusCode(200)
                .extract()
                .path("items.id");
    }
}
