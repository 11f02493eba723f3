package io.carryon.ticketing.callbacks;

import static io.carryon.ticketing.calls.CallFixtures.arrived;
import static io.carryon.ticketing.calls.CallFixtures.callback;
import static io.carryon.ticketing.calls.CallFixtures.contactOf;
import static io.carryon.ticketing.line.Desk.agent;
import static io.carryon.ticketing.line.Desk.ticketOf;
import static io.carryon.ticketing.line.RecognizedFixtures.callFor;
import static org.assertj.core.api.Assertions.assertThat;

import io.carryon.ticketing.calls.CallIntake;
import io.carryon.ticketing.contracts.Contract;
import io.carryon.ticketing.line.Line;
import io.carryon.ticketing.storage.Sql;
import io.quarkus.narayana.jta.QuarkusTransaction;
import io.quarkus.test.junit.QuarkusTest;
import jakarta.inject.Inject;
import java.util.ArrayList;
import java.util.List;
import java.util.UUID;
import javax.sql.DataSource;
import org.junit.jupiter.api.Test;

@QuarkusTest
class CallbackListComponentTest {

    @Inject
    CallIntake intake;

    @Inject
    DataSource database;

    private final String queue = "queue-" + UUID.randomUUID();

    @Test
    void whoIsToBeCalledComesBeforeWhoWasCalledFromPageToPage() {
        var done = asked();
        var waitsLonger = asked();
        var waits = asked();
        settled(done);

        assertThat(pages()).containsExactly(waitsLonger.toString(), waits.toString(), done.toString());
    }

    @Test
    void whatStaffMadeOfACallbackIsPublishedWithItsStateAndSinceWhen() {
        var call = callFor("billing");
        var ticket = ticketOf(call);
        var wish = UUID.randomUUID();
        intake.take(arrived(callback(contactOf(call), 2, wish, "requested")));
        settled(wish);

        var told = Line.open().data("ticket.changed", ticket, 3).getLast();

        Contract.named("ticket.changed").accepts(told);
        assertThat(told.at("/change").asText()).isEqualTo("CALLBACK_CHANGED");
        assertThat(told.at("/callback/callbackId").asText()).isEqualTo(wish.toString());
        assertThat(told.at("/callback/state").asText()).isEqualTo("done");
        assertThat(told.at("/callback/since").asText()).isNotEmpty();
    }

    private UUID asked() {
        var call = callFor("billing");
        var ticket = ticketOf(call);
        QuarkusTransaction.requiringNew()
                .run(() -> new Sql(database)
                        .update("update ticketing.ticket set queue = ? where id = ?::uuid", queue, ticket));
        var wish = UUID.randomUUID();
        intake.take(arrived(callback(contactOf(call), 2, wish, "requested")));
        return wish;
    }

    private static void settled(UUID wish) {
        agent().header("If-Match", "*")
                .contentType("application/json")
                .body("{\"state\":\"done\"}")
                .put("/v1/callbacks/" + wish)
                .then()
                .statusCode(200);
    }

    /** The ids, read one by one. */
    private List<String> pages() {
        var ids = new ArrayList<String>();
        String next = null;
        do {
            var page = agent().queryParam("queue", queue).queryParam("limit", 1);
            var read = (next == null ? page : page.queryParam("cursor", next))
                    .get("/v1/callbacks")
                    .then()
                    .statusCode(200)
                    .extract()
                    .jsonPath();
            ids.add(read.getString("items[0].id"));
            next = read.getString("next");
        } while (next != null && ids.size() < 10);
        return ids;
    }
}
