package io.carryon.ticketing.assignment;

import static io.carryon.ticketing.line.Desk.admin;
import static io.carryon.ticketing.line.Desk.agent;
import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import io.carryon.ticketing.intake.Intaking;
import io.carryon.ticketing.intake.TicketIntake;
import io.carryon.ticketing.line.Line;
import io.carryon.ticketing.storage.Sql;
import io.quarkus.narayana.jta.QuarkusTransaction;
import io.quarkus.test.junit.QuarkusTest;
import jakarta.inject.Inject;
import java.util.List;
import java.util.UUID;
import java.util.stream.StreamSupport;
import javax.sql.DataSource;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/** Whatever happens, somebody answers for each ticket: its one owner, or its queue. */
@QuarkusTest
class OwnershipPropertyComponentTest {

    private static final int ACTS = 70;

    /** Tickets that are on the list of those that wait and should not be, or the other way about. */
    private static final String WRONG_WAITING = """
            select coalesce(t.id, w.ticket_id) from
                (select * from ticketing.ticket where owner is null and status in ('NEW', 'OPEN') and id = any(?)) t
                full join (select * from ticketing.waiting_ticket where ticket_id = any(?)) w on w.ticket_id = t.id
            where (t.id, t.queue, t.channel) is distinct from (w.ticket_id, w.queue, w.channel)""";

    private static final String WRONG_OFFERS = """
            select h.ticket_id from ticketing.handover h join ticketing.ticket t on t.id = h.ticket_id
            where h.state = 'OFFERED' and h.giver is distinct from t.owner and t.id = any(?)""";

    @Inject
    TicketIntake intake;

    @Inject
    ObjectMapper json;

    @Inject
    DataSource database;

    @Inject
    RoutingSweep routing;

    @Inject
    AbsenceSweep absences;

    @AfterEach
    void everybodyTakesTheirOwn() {
        var path = "/v1/queues/support/routing";
        admin().header("If-Match", "*")
                .body("{\"mode\":\"pull\",\"skills\":[]}")
                .put(path)
                .then()
                .statusCode(200);
        sql("update ticketing.agent set status = 'away'");
    }

    @ParameterizedTest
    @ValueSource(longs = {1, 2})
    void somebodyAnswersForEachTicketAndTheHistorySaysHowItCameToThem(long seed) {
        sql("delete from ticketing.waiting_ticket");
        var shift = new Shift(seed, new Intaking(intake, json), this::ticketWith, () -> {
            absences.giveAway();
            routing.route();
        });
        for (var act = 0; act < ACTS; act++) {
            shift.next();
            var ids = shift.tickets().stream().map(UUID::fromString).toList();
            var so = "seed %d after %s".formatted(seed, shift.acts());
            assertThat(ids(WRONG_WAITING, ids, ids)).as(so).isEmpty();
            assertThat(ids(WRONG_OFFERS, ids)).as(so).isEmpty();
        }
        shift.tickets()
                .forEach(ticket -> assertThatItsHistoryIsWhole(ticket, "seed %d %s".formatted(seed, shift.acts())));
    }

    private static void assertThatItsHistoryIsWhole(String ticket, String so) {
        var owner = (String) null;
        var revision = 0;
        for (var event : history(ticket)) {
            var state = event.get("after");
            assertThat(event.get("revision").intValue()).as(so).isEqualTo(++revision);
            assertThat(state.get("queue").textValue()).as(so).isNotBlank();
            if ("ASSIGNED".equals(event.get("type").textValue())) {
                assertThat(event.at("/data/ownerBefore").textValue()).as(so).isEqualTo(owner);
                if ("CLAIM".equals(event.at("/data/why").textValue())) {
                    assertThat(owner).as(so).isNull();
                }
                owner = event.at("/data/owner").textValue();
            }
            assertThat(state.get("owner").textValue()).as(so).isEqualTo(owner);
        }
        assertThat((String) agent().get("/v1/tickets/" + ticket).path("owner"))
                .as(so)
                .isEqualTo(owner);
    }

    private static List<JsonNode> history(String ticket) {
        var page = Line.json(
                agent().get("/v1/tickets/" + ticket + "/events?limit=100").asString());
        assertThat(page.get("hasMore").booleanValue()).isFalse();
        return StreamSupport.stream(page.get("items").spliterator(), false).toList();
    }

    private String ticketWith(UUID contactId) {
        return QuarkusTransaction.requiringNew()
                .call(() -> new Sql(database)
                        .first(
                                "select ticket_id from ticketing.entry where contact_id = ?",
                                row -> row.getString(1),
                                contactId)
                        .orElseThrow());
    }

    private List<UUID> ids(String query, Object... values) {
        return QuarkusTransaction.requiringNew().call(() -> new Sql(database).list(query, Sql.ID, values));
    }

    private void sql(String statement) {
        QuarkusTransaction.requiringNew().run(() -> new Sql(database).update(statement));
    }
}
