package io.carryon.ticketing.search;

import static io.carryon.ticketing.line.Desk.agent;
import static io.carryon.ticketing.line.Desk.status;
import static io.carryon.ticketing.line.Desk.ticket;
import static io.carryon.ticketing.line.Desk.ticketOf;
import static io.carryon.ticketing.line.RecognizedFixtures.mailAbout;
import static org.assertj.core.api.Assertions.assertThat;

import io.quarkus.test.junit.QuarkusTest;
import java.util.ArrayList;
import java.util.List;
import java.util.UUID;
import org.junit.jupiter.api.Test;

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
        assertThat(found("q=100%25")).isEmpty();
        assertThat(found("owner=me")).isEmpty();
        assertThat(found("channel=chat")).isEmpty();
        assertThat(found("openedAfter=2020-01-01T00:00:00Z&openedBefore=2099-01-01T00:00:00Z"))
                .containsExactly(id);
        assertThat(found("openedAfter=2099-01-01T00:00:00Z")).isEmpty();
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
