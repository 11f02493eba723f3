package io.carryon.ticketing.assignment;

import static io.carryon.ticketing.assignment.Claims.next;
import static io.carryon.ticketing.assignment.WorkFloor.TECHNICAL;
import static io.carryon.ticketing.assignment.WorkFloor.own;
import static io.carryon.ticketing.assignment.WorkFloor.set;
import static io.carryon.ticketing.line.Desk.admin;
import static io.carryon.ticketing.line.Desk.agent;
import static io.carryon.ticketing.line.Desk.as;
import static io.carryon.ticketing.line.Desk.serves;
import static io.carryon.ticketing.line.Desk.ticket;
import static io.carryon.ticketing.line.Desk.ticketOf;
import static io.carryon.ticketing.line.RecognizedFixtures.callFor;
import static io.carryon.ticketing.line.RecognizedFixtures.mail;
import static io.carryon.ticketing.line.RecognizedFixtures.mailAbout;
import static org.assertj.core.api.Assertions.assertThat;
import static org.hamcrest.Matchers.equalTo;
import static org.hamcrest.Matchers.nullValue;

import io.carryon.ticketing.line.Desk;
import io.carryon.ticketing.storage.Sql;
import io.carryon.ticketing.ticket.AssignedBy;
import io.carryon.ticketing.ticket.Channel;
import io.quarkus.narayana.jta.QuarkusTransaction;
import io.quarkus.test.junit.QuarkusTest;
import jakarta.inject.Inject;
import java.time.Duration;
import java.time.LocalDate;
import java.time.ZoneOffset;
import java.util.List;
import java.util.Set;
import java.util.UUID;
import javax.sql.DataSource;
import org.awaitility.Awaitility;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

@QuarkusTest
class RoutingComponentTest {

    private final String ann = "ann-" + UUID.randomUUID();
    private final String ben = "ben-" + UUID.randomUUID();

    private static final String WAITING = """
            insert into ticketing.waiting_ticket
                (ticket_id, queue, channel, language, urgency, due_at, since, issue_owner)
            select gen_random_uuid(), 'technical', 'PHONE', 'pl', 0, 'infinity', 'epoch', %s from generate_series(1, %d)""";

    @Inject
    DataSource database;

    @Inject
    Assignees assignees;

    @Inject
    Giving giving;

    @Inject
    WaitingTickets waiting;

    @Inject
    RoutingSweep routing;

    @BeforeEach
    void nobodyElseIsThere() {
        new WorkFloor(database).empty();
    }

    @AfterEach
    void everybodyTakesTheirOwn() {
        new WorkFloor(database).leave();
    }

    @Test
    void aWaitingTicketIsGivenToWhoBecomesAvailable() {
        set(TECHNICAL, "{\"mode\":\"push\",\"skills\":[]}").statusCode(200).body("mode", equalTo("push"));
        var call = ticketOf(callFor("technical"));
        routing.route();
        ticket(call).body("owner", nullValue());

        serves(ann, "available", "technical");
        Awaitility.await()
                .atMost(Duration.ofSeconds(20))
                .untilAsserted(() -> ticket(call).body("owner", equalTo(ann)));
        agent().get("/v1/tickets/" + call + "/events")
                .then()
                .body("items[-1].type", equalTo("ASSIGNED"))
                .body("items[-1].actor.kind", equalTo("SYSTEM"))
                .body("items[-1].data.why", equalTo("LONGEST_IDLE"));
    }

    @Test
    void howeverManyTicketsOneAgentCanBeGivenWhatAnotherCanTakeIsSeen() {
        QuarkusTransaction.begin();
        var rows = new Sql(database);
        rows.update("""
                insert into ticketing.waiting_ticket
                select gen_random_uuid(), 'technical', 'EMAIL', 'de', 0, 'infinity', 'epoch' from generate_series(1, 9)""");
        rows.update("""
                insert into ticketing.waiting_ticket
                select gen_random_uuid(), 'technical', 'CHAT', 'en', 2, 'infinity', now()""");
        var able = List.of(
                new Giveable(ann, Set.of(Channel.EMAIL), Set.of("de")),
                new Giveable(ben, Set.of(Channel.CHAT), Set.of("en")));
        var found = waiting.giveable("technical", able, 2);
        QuarkusTransaction.rollback();

        assertThat(found)
                .extracting(WaitingTicket::channel)
                .containsExactly(Channel.EMAIL, Channel.EMAIL, Channel.CHAT);
    }

    @Test
    void outsideItsHoursAQueueGivesNothing() {
        var anotherDay = LocalDate.now(ZoneOffset.UTC).plusDays(3).getDayOfWeek();
        var calendar = "another-day-" + UUID.randomUUID();
        admin().body("{\"zone\":\"UTC\",\"week\":{\"%s\":[{\"from\":\"09:00\",\"to\":\"17:00\"}]},\"days\":[]}"
                        .formatted(anotherDay))
                .put("/v1/calendars/" + calendar)
                .then()
                .statusCode(200);
        set(TECHNICAL, "{\"mode\":\"push\",\"skills\":[],\"calendar\":\"no-such\"}")
                .statusCode(400)
                .body("errors[0].pointer", equalTo("/calendar"));
        set(TECHNICAL, "{\"mode\":\"push\",\"skills\":[],\"calendar\":\"%s\"}".formatted(calendar))
                .statusCode(200);
        serves(ann, "available", "technical");
        var call = ticketOf(callFor("technical"));

        routing.route();
        ticket(call).body("owner", nullValue());
        assertThat(next(ann)).isEqualTo(call);
    }

    @Test
    void aRepeatContactGoesToTheOwnerOfItsIssueAlsoWhereAgentsTakeTheirOwn() {
        serves(ann, "available", "support");
        serves(ben, "available", "support");
        var mail = mail();
        var first = ticketOf(mail);
        own(first, ben);
        as(ben).header("If-Match", "*")
                .body("{\"status\":\"RESOLVED\"}")
                .put("/v1/tickets/" + first + "/status")
                .then()
                .statusCode(200);
        new WorkFloor(database)
                .sql(
                        "update ticketing.ticket_workflow set done_at = done_at - interval '20 days' where ticket_id = '%s'"
                                .formatted(first));

        var again = ticketOf(mailAbout(
                UUID.fromString(mail.at("/customer/id").textValue()),
                UUID.fromString(mail.at("/issue/id").textValue())));

        assertThat(again).isNotEqualTo(first);
        Awaitility.await()
                .atMost(Duration.ofSeconds(20))
                .untilAsserted(() -> ticket(again).body("owner", equalTo(ben)));
        agent().get("/v1/tickets/" + again + "/events").then().body("items[-1].data.why", equalTo("REPEAT_CONTACT"));
    }

    @Test
    void whatNobodyCanHaveKeepsNothingFromOthers() {
        serves(ann, "available", "technical");
        Desk.profile(ann, "{\"skills\":[],\"languages\":[\"en\"],\"capacity\":20}");
        var call = ticketOf(callFor("technical"));
        var repeated = ticketOf(callFor("technical"));
        new WorkFloor(database)
                .sql("update ticketing.waiting_ticket set issue_owner = '%s' where ticket_id = '%s'"
                        .formatted(ann, repeated));
        // More urgent than what she can have, in a language that she does not speak.
        new WorkFloor(database).sql(WAITING.formatted("null", 150));
        new WorkFloor(database).sql(WAITING.formatted("'" + ann + "'", 150));

        routing.route();
        ticket(repeated).body("owner", equalTo(ann));
        ticket(call).body("owner", nullValue());

        set(TECHNICAL, "{\"mode\":\"push\",\"skills\":[]}").statusCode(200);
        routing.route();
        ticket(call).body("owner", equalTo(ann));
        new WorkFloor(database).sql("delete from ticketing.waiting_ticket where since = 'epoch'");
    }

    @Test
    void whoHasGoneMeanwhileIsGivenNothing() {
        serves(ann, "available", "technical");
        var call = ticketOf(callFor("technical"));
        var gift = QuarkusTransaction.requiringNew().call(() -> {
            var chosen = assignees.available().stream()
                    .filter(one -> one.id().equals(ann))
                    .findFirst()
                    .orElseThrow();
            var ticket = new WaitingTicket(UUID.fromString(call), "technical", Channel.PHONE, "", null);
            return new Router.Gift(ticket, chosen, AssignedBy.LONGEST_IDLE);
        });
        serves(ann, "away", "technical");
        QuarkusTransaction.requiringNew().run(() -> giving.give(gift));
        ticket(call).body("owner", nullValue());

        serves(ann, "available", "technical");
        QuarkusTransaction.requiringNew().run(() -> giving.give(gift));
        ticket(call).body("owner", equalTo(ann));
    }
}
