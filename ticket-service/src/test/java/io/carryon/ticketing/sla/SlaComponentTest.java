package io.carryon.ticketing.sla;

import static io.carryon.ticketing.line.Desk.agent;
import static io.carryon.ticketing.line.Desk.reply;
import static io.carryon.ticketing.line.Desk.status;
import static io.carryon.ticketing.line.Desk.ticket;
import static io.carryon.ticketing.line.Desk.ticketOf;
import static io.carryon.ticketing.line.RecognizedFixtures.mail;
import static io.restassured.RestAssured.given;
import static org.assertj.core.api.Assertions.assertThat;
import static org.hamcrest.Matchers.equalTo;
import static org.hamcrest.Matchers.everyItem;
import static org.hamcrest.Matchers.notNullValue;
import static org.hamcrest.Matchers.nullValue;

import io.carryon.ticketing.contracts.Contract;
import io.carryon.ticketing.line.Line;
import io.carryon.ticketing.storage.Sql;
import io.quarkus.narayana.jta.QuarkusTransaction;
import io.quarkus.test.junit.QuarkusTest;
import io.restassured.specification.RequestSpecification;
import jakarta.inject.Inject;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.UUID;
import javax.sql.DataSource;
import org.junit.jupiter.api.Test;

/** Customers wait no longer than they should without staff being told. */
@QuarkusTest
class SlaComponentTest {

    @Inject
    SlaSweep sweep;

    @Inject
    Recount recount;

    @Inject
    DataSource database;

    @Inject
    Clock clock;

    @Test
    void whatACustomerWaitsForIsInViewAndAReplyStopsIt() {
        var id = ticketOf(mail());

        ticket(id)
                .body("sla.kind", equalTo(List.of("FIRST_RESPONSE", "RESOLUTION")))
                .body("sla.outcome", everyItem(equalTo("RUNNING")))
                .body("sla.policy", everyItem(equalTo("standard")))
                .body("sla.dueAt", everyItem(notNullValue()))
                .body("outlook.nextStepCode", equalTo("FIRST_RESPONSE"))
                .body("outlook.promised", equalTo(false))
                .body("outlook.nextUpdateBy", notNullValue());

        reply(id, "Corrected.").statusCode(201);
        ticket(id).body("sla.outcome", equalTo(List.of("MET", "RUNNING"))).body("sla[0].stoppedAt", notNullValue());

        status(id, "WAITING_FOR_CUSTOMER").statusCode(200);
        ticket(id)
                .body("sla.outcome", equalTo(List.of("MET", "PAUSED")))
                .body("sla[1].dueAt", nullValue())
                .body("outlook.nextStepCode", equalTo("WAITING_FOR_CUSTOMER"))
                .body("outlook.nextUpdateBy", notNullValue());

        var told = Line.open().data("ticket.changed", id, 3);
        told.forEach(Contract.named("ticket.changed")::accepts);
        assertThat(told)
                .extracting(change -> change.at("/outlook/nextStepCode").textValue())
                .containsExactly("FIRST_RESPONSE", "RESOLUTION", "WAITING_FOR_CUSTOMER");
    }

    @Test
    void staffAreWarnedOnceAndItIsEscalatedOnce() {
        var id = ticketOf(mail());
        var due = Instant.parse(ticket(id).extract().<String>path("sla[0].dueAt"));

        tellAt(id, due.minusSeconds(1));
        tellAt(id, due.minusSeconds(1));
        tellAt(id, due.plusSeconds(1));
        tellAt(id, due.plusSeconds(2));

        agent().get("/v1/tickets/" + id + "/events")
                .then()
                .body("items.type", equalTo(List.of("OPENED", "SLA_WARNED", "SLA_BREACHED")))
                .body("items[1].data.clock", equalTo("FIRST_RESPONSE"))
                .body("items[2].actor.kind", equalTo("SYSTEM"));
        ticket(id).body("sla[0].warnedAt", notNullValue()).body("sla[0].breachedAt", notNullValue());
        Line.open().data("ticket.changed", id, 3).forEach(Contract.named("ticket.changed")::accepts);
    }

    @Test
    void whatWasAnsweredIsNotEscalated() {
        var id = ticketOf(mail());
        var due = Instant.parse(ticket(id).extract().<String>path("sla[0].dueAt"));
        reply(id, "Corrected.").statusCode(201);

        tellAt(id, due.plusSeconds(1));

        agent().get("/v1/tickets/" + id + "/events").then().body("items.type", equalTo(List.of("OPENED", "REPLIED")));
    }

    private void tellAt(String id, Instant now) {
        QuarkusTransaction.requiringNew().run(() -> sweep.tell(List.of(UUID.fromString(id)), now));
    }

    @Test
    void countedAgainFromTheLogItIsTheSameAndWhatIsNotIsPutRight() {
        var id = UUID.fromString(ticketOf(mail()));
        reply(id.toString(), "Corrected.");
        status(id.toString(), "WAITING_FOR_CUSTOMER");
        status(id.toString(), "OPEN");
        tellAt(id.toString(), clock.instant().plus(Duration.ofDays(30)));
        status(id.toString(), "RESOLVED");

        assertThat(recounted(id).corrected()).isEmpty();
        QuarkusTransaction.requiringNew()
                .run(() -> new Sql(database)
                        .update("update ticketing.sla_clock set outcome = 'MISSED' where ticket_id = ?", id));
        assertThat(recounted(id).corrected()).containsExactly(id);
        assertThat(recounted(id).corrected()).isEmpty();
        ticket(id.toString()).body("sla.outcome", equalTo(List.of("MET", "MET")));
    }

    @Test
    void aTicketNobodyOwnsWaitsByItsFirstClockAlsoWhenClocksAreReadAgain() {
        var id = UUID.fromString(ticketOf(mail()));
        var due = due(id);

        assertThat(waitsUntil(id)).isEqualTo(due);
        QuarkusTransaction.requiringNew().run(() -> {
            new Sql(database)
                    .update("update ticketing.sla_clock set due_at = due_at + interval '1 h' where ticket_id = ?", id);
            new Sql(database).update("update ticketing.waiting_ticket set due_at = 'infinity' where ticket_id = ?", id);
        });
        recounted(id);
        assertThat(waitsUntil(id)).isEqualTo(due);
    }

    private Instant due(UUID id) {
        return time("select min(due_at) as due_at from ticketing.sla_clock where ticket_id = ?", id);
    }

    private Instant waitsUntil(UUID id) {
        return time("select due_at from ticketing.waiting_ticket where ticket_id = ?", id);
    }

    private Instant time(String statement, UUID id) {
        return QuarkusTransaction.requiringNew()
                .call(() -> new Sql(database)
                        .first(statement, row -> Sql.instant(row, "due_at"), id)
                        .orElseThrow());
    }

    private Recount.Result recounted(UUID id) {
        return QuarkusTransaction.requiringNew().call(() -> recount.of(List.of(id)));
    }

    @Test
    void onlyAdminsRecountAndEachPageNamesTheNext() {
        ticketOf(mail());
        ticketOf(mail());

        agent().post("/v1/sla/recounts").then().statusCode(403);
        admin().post("/v1/sla/recounts?limit=1")
                .then()
                .statusCode(200)
                .body("tickets", equalTo(1))
                .body("next", notNullValue());
        admin().post("/v1/sla/recounts?after=ffffffff-ffff-ffff-ffff-ffffffffffff")
                .then()
                .statusCode(200)
                .body("tickets", equalTo(0))
                .body("next", nullValue());
    }

    private static RequestSpecification admin() {
        return given().header("Authorization", Line.bearer("boss", "admin")).contentType("application/json");
    }
}
