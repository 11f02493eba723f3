package io.carryon.ticketing.acts;

import static io.carryon.ticketing.acts.ActFixtures.arrived;
import static io.carryon.ticketing.acts.ActFixtures.closed;
import static io.carryon.ticketing.acts.ActFixtures.contactOf;
import static io.carryon.ticketing.acts.ActFixtures.handoff;
import static io.carryon.ticketing.acts.ActFixtures.rated;
import static io.carryon.ticketing.acts.ActFixtures.reopened;
import static io.carryon.ticketing.line.Desk.agent;
import static io.carryon.ticketing.line.Desk.as;
import static io.carryon.ticketing.line.Desk.etag;
import static io.carryon.ticketing.line.Desk.reply;
import static io.carryon.ticketing.line.Desk.serves;
import static io.carryon.ticketing.line.Desk.sits;
import static io.carryon.ticketing.line.Desk.status;
import static io.carryon.ticketing.line.Desk.ticket;
import static io.carryon.ticketing.line.Desk.ticketOf;
import static io.carryon.ticketing.line.RecognizedFixtures.mail;
import static io.carryon.ticketing.line.RecognizedFixtures.mailAbout;
import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;
import static org.hamcrest.Matchers.containsString;
import static org.hamcrest.Matchers.equalTo;
import static org.hamcrest.Matchers.hasSize;
import static org.hamcrest.Matchers.notNullValue;
import static org.hamcrest.Matchers.nullValue;

import com.fasterxml.jackson.databind.node.ObjectNode;
import io.carryon.ticketing.contracts.Contract;
import io.carryon.ticketing.customers.CustomerFixtures;
import io.carryon.ticketing.customers.CustomerIntake;
import io.carryon.ticketing.inbox.EarlyEvents;
import io.carryon.ticketing.line.Line;
import io.carryon.ticketing.line.Listening;
import io.carryon.ticketing.storage.Sql;
import io.quarkus.narayana.jta.QuarkusTransaction;
import io.quarkus.test.junit.QuarkusTest;
import jakarta.inject.Inject;
import java.time.Duration;
import java.util.List;
import java.util.UUID;
import javax.sql.DataSource;
import org.junit.jupiter.api.Test;

@QuarkusTest
class CustomerActComponentTest {

    @Inject
    ActIntake intake;

    @Inject
    CustomerIntake customers;

    @Inject
    EarlyEvents<CustomerActed> early;

    @Inject
    DataSource database;

    private final ObjectNode mail = mail();
    private final UUID contact = contactOf(mail);

    @Test
    void whoWantsAPersonStandsInFrontOfTheQueueUntilSomebodyPicksTheTicketUp() {
        var agent = "ann-" + contact;
        serves(agent, "available", "support");
        sql("delete from ticketing.waiting_ticket");
        var before = ticketOf(mail());
        sql("update ticketing.waiting_ticket set urgency = 0 where ticket_id = '%s'".formatted(before));
        var id = ticketOf(mail);
        try (var served = Listening.as(agent)) {
            var act = handoff(contact, "I tried all of this.");
            ActFixtures.publish(act);
            ActFixtures.publish(act);

            var told = served.about(contact.toString(), 1).getFirst();
            assertThat(told.event()).isEqualTo("person.wanted");
            assertThat(told.data().path("reason").textValue()).isEqualTo("I tried all of this.");
        }
        ticket(id)
                .body("personWanted.reason", equalTo("I tried all of this."))
                .body("personWanted.since", notNullValue())
                .body("conversation.items", hasSize(2))
                .body("conversation.items[1].kind", equalTo("NOTE"))
                .body("conversation.items[1].text", containsString("I tried all of this."));
        agent().get("/v1/tickets?q=wants:person number:" + number(id))
                .then()
                .body("items[0].id", equalTo(id))
                .body("items[0].personWantedSince", notNullValue());
        Line.open().data("ticket.changed", id, 3).forEach(Contract.named("ticket.changed")::accepts);

        as(agent)
                .header("Idempotency-Key", UUID.randomUUID())
                .body("{}")
                .post("/v1/tickets/claim-next")
                .then()
                .statusCode(200)
                .body("id", equalTo(id))
                .body("personWanted", nullValue());
    }

    @Test
    void aPersonIsWantedOfTheOwnerUntilTheyAnswer() {
        var id = ticketOf(mail);
        var owner = "owner-" + contact;
        sits(owner, "support", "8" + Math.abs(id.hashCode()));
        assign(id, owner);
        status(id, "WAITING_FOR_CUSTOMER");
        try (var told = Listening.as(owner)) {
            intake.take(arrived(handoff(contact, "Please call.")));

            assertThat(told.about(contact.toString(), 1).getFirst().event()).isEqualTo("person.wanted");
        }
        ticket(id).body("status", equalTo("OPEN")).body("personWanted.channel", equalTo("portal"));

        reply(id, "Here I am.").statusCode(201);

        ticket(id).body("personWanted", nullValue());
    }

    @Test
    void anActThatComesBeforeItsContactWaitsForIt() {
        intake.take(arrived(handoff(contact, "A person, please.")));

        var id = ticketOf(mail);

        await().atMost(Duration.ofSeconds(20))
                .untilAsserted(() -> ticket(id).body("personWanted.reason", equalTo("A person, please.")));
    }

    @Test
    void theCustomerClosesAndOpensAgainAndEachIsNoted() {
        var id = ticketOf(mail);

        intake.take(arrived(closed(contact)));
        ticket(id).body("status", equalTo("RESOLVED")).body("workflow.resolution.code", equalTo("closed-by-customer"));

        intake.take(arrived(reopened(contact), reopened(contact)));
        ticket(id)
                .body("status", equalTo("OPEN"))
                .body("workflow.resolution", nullValue())
                .body("conversation.items[1].text", containsString("It works now."))
                .body("conversation.items[2].text", containsString("It broke again."));
        agent().get("/v1/tickets/" + id + "/events")
                .then()
                .body("items.findAll { it.type == 'STATUS_CHANGED' }", hasSize(2))
                .body("items.find { it.type == 'STATUS_CHANGED' }.actor.kind", equalTo("CUSTOMER"));
        Line.open().data("ticket.changed", id, 5).forEach(Contract.named("ticket.changed")::accepts);
    }

    @Test
    void eachResolutionIsJudgedForItselfAndTheLastJudgementOfOneCounts() {
        var id = ticketOf(mail);
        intake.take(arrived(closed(contact), rated(contact, 2, "Slow."), rated(contact, 3, "Slow.")));
        ticket(id).body("rating.score", equalTo(3)).body("rating.comment", equalTo("Slow."));

        intake.take(arrived(rated(contact, 3, "Slow."), reopened(contact), closed(contact)));
        intake.take(arrived(rated(contact, 3, "Slow.")));

        var judged = Line.open().data("ticket.changed", id, 13).stream()
                .filter(change -> change.get("change").textValue().equals("RATED"))
                .toList();
        assertThat(judged)
                .extracting(change -> change.at("/rating/score").intValue())
                .containsExactly(2, 3, 3);
        assertThat(judged)
                .extracting(change -> change.at("/rating/resolvedAt").textValue())
                .doesNotContainNull()
                .satisfies(times -> assertThat(times.stream().distinct()).hasSize(2));
        judged.forEach(Contract.named("ticket.changed")::accepts);
    }

    @Test
    void anActOfAMergedTicketsContactComesToTheTicketThatTookItsPlace() {
        var customer = UUID.fromString(mail.at("/customer/id").textValue());
        var merged = ticketOf(mail);
        intake.take(arrived(handoff(contact, "Before.")));
        var survivor = ticketOf(mailAbout(customer, UUID.randomUUID()));
        agent().header("If-Match", etag(merged))
                .body("{\"into\":\"%s\",\"reason\":\"The same\"}".formatted(survivor))
                .put("/v1/tickets/" + merged + "/merge")
                .then()
                .statusCode(200);

        ticket(survivor).body("personWanted.reason", equalTo("Before."));
        ticket(merged).body("personWanted", nullValue());
        intake.take(arrived(closed(contact)));

        ticket(survivor).body("status", equalTo("RESOLVED")).body("personWanted", nullValue());
        ticket(merged).body("status", equalTo("CLOSED"));
    }

    @Test
    void aClosedTicketWhoseIssueHasAnotherOneIsNotOpenedAgain() {
        var issue = UUID.fromString(mail.at("/issue/id").textValue());
        var customer = UUID.fromString(mail.at("/customer/id").textValue());
        var done = ticketOf(mail);
        status(done, "OPEN");
        status(done, "RESOLVED");
        status(done, "CLOSED").statusCode(200);
        sql("update ticketing.ticket_workflow set done_at = done_at - interval '1 year' where ticket_id = '%s'"
                .formatted(done));
        var next = ticketOf(mailAbout(customer, issue));
        assertThat(next).isNotEqualTo(done);

        intake.take(arrived(handoff(contact, "Somebody, please."), reopened(contact)));

        ticket(done).body("status", equalTo("CLOSED"));
        ticket(next).body("personWanted.reason", equalTo("Somebody, please."));
    }

    @Test
    void whatAnErasedCustomerSaidIsGoneAndDoesNotComeBack() {
        var customer = UUID.fromString(mail.at("/customer/id").textValue());
        var id = ticketOf(mail);
        intake.take(arrived(handoff(contact, "Maria wants a person"), rated(contact, 1, "Maria is angry")));
        var unknown = UUID.randomUUID();
        intake.take(arrived(handoff(unknown, "Maria was here")));

        customers.take(CustomerFixtures.arrived(CustomerFixtures.erased(customer, unknown)));
        intake.take(arrived(rated(contact, 2, "Maria again"), closed(contact)));

        var left = agent().get("/v1/tickets/" + id).asString()
                + agent().get("/v1/tickets/" + id + "/events").asString();
        assertThat(left).doesNotContain("Maria", "It works now");
        assertThat(QuarkusTransaction.requiringNew().call(() -> early.take(List.of(unknown))))
                .isEmpty();
    }

    private static String number(String id) {
        return ticket(id).extract().path("number");
    }

    private static void assign(String id, String owner) {
        agent().header("If-Match", etag(id))
                .body("{\"owner\":\"%s\",\"queue\":\"support\"}".formatted(owner))
                .put("/v1/tickets/" + id + "/owner")
                .then()
                .statusCode(200);
    }

    private void sql(String statement) {
        QuarkusTransaction.requiringNew().run(() -> new Sql(database).update(statement));
    }
}
