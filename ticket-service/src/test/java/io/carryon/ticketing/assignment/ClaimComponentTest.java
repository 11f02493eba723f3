package io.carryon.ticketing.assignment;

import static io.carryon.ticketing.assignment.Claims.claim;
import static io.carryon.ticketing.assignment.Claims.next;
import static io.carryon.ticketing.line.Desk.admin;
import static io.carryon.ticketing.line.Desk.agent;
import static io.carryon.ticketing.line.Desk.as;
import static io.carryon.ticketing.line.Desk.profile;
import static io.carryon.ticketing.line.Desk.serves;
import static io.carryon.ticketing.line.Desk.supervisor;
import static io.carryon.ticketing.line.Desk.ticket;
import static io.carryon.ticketing.line.RecognizedFixtures.callFor;
import static io.carryon.ticketing.line.RecognizedFixtures.mail;
import static org.assertj.core.api.Assertions.assertThat;
import static org.hamcrest.Matchers.contains;
import static org.hamcrest.Matchers.containsString;
import static org.hamcrest.Matchers.equalTo;
import static org.hamcrest.Matchers.nullValue;

import com.fasterxml.jackson.databind.ObjectMapper;
import com.fasterxml.jackson.databind.node.ObjectNode;
import io.carryon.ticketing.contracts.Contract;
import io.carryon.ticketing.intake.Intaking;
import io.carryon.ticketing.intake.TicketIntake;
import io.carryon.ticketing.line.Line;
import io.carryon.ticketing.storage.Sql;
import io.quarkus.narayana.jta.QuarkusTransaction;
import io.quarkus.test.junit.QuarkusTest;
import io.restassured.response.ValidatableResponse;
import jakarta.inject.Inject;
import java.util.ArrayList;
import java.util.List;
import java.util.UUID;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.Executors;
import java.util.stream.IntStream;
import java.util.stream.Stream;
import javax.sql.DataSource;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

@QuarkusTest
class ClaimComponentTest {

    private final String ann = "ann-" + UUID.randomUUID();

    @Inject
    TicketIntake intake;

    @Inject
    ObjectMapper json;

    @Inject
    DataSource database;

    @BeforeEach
    void nothingElseWaits() {
        sql("delete from ticketing.waiting_ticket");
        serves(ann, "available", "support");
    }

    @Test
    void twentyAgentsAtOnceTakeEachOfTwoHundredTicketsOnce() {
        var tickets = Stream.generate(() -> arrives(mail())).limit(200).toList();
        var agents = IntStream.range(0, 20)
                .mapToObj(at -> "agent-" + at + "-" + UUID.randomUUID())
                .toList();
        agents.forEach(agent -> serves(agent, "available", "support"));

        try (var atOnce = Executors.newFixedThreadPool(agents.size())) {
            var taken = agents.stream()
                    .map(agent -> CompletableFuture.supplyAsync(() -> all(agent), atOnce))
                    .toList();

            assertThat(taken).flatExtracting(CompletableFuture::join).containsExactlyInAnyOrderElementsOf(tickets);
        }
        var assigned = "select count(*) from ticketing.ticket_event where ticket_id = any(?) and type = 'ASSIGNED'";
        var ids = tickets.stream().map(UUID::fromString).toList();
        assertThat(QuarkusTransaction.requiringNew()
                        .call(() -> new Sql(database).first(assigned, row -> row.getInt(1), ids)))
                .contains(200);
    }

    @Test
    void theCustomerIsToldTheNameOfWhoHasTheTicket() {
        var claimed = arrives(mail());
        claim(ann).statusCode(200).body("id", equalTo(claimed));
        var given = arrives(mail());
        agent().header("If-Match", "*")
                .body("{\"owner\":\"nobody-knows-me\",\"queue\":\"support\"}")
                .put("/v1/tickets/" + given + "/owner")
                .then()
                .statusCode(200);

        var changes = Line.open().data("ticket.changed", claimed, 2);
        assertThat(changes.getFirst().path("ownerName").textValue()).isNull();
        assertThat(changes.getLast().path("ownerName").textValue()).isEqualTo("Name of " + ann);
        changes.forEach(Contract.named("ticket.changed")::accepts);
        assertThat(Line.open().data("ticket.changed", given, 2).getLast().has("ownerName"))
                .isFalse();
    }

    @Test
    void whatIsUrgentComesFirstThenWhatIsDueThenWhatWaitsLongest() {
        var late = arrives(mail());
        var later = arrives(mail());
        var due = arrives(mail());
        var urgent = arrives(mail());
        sql("update ticketing.waiting_ticket set due_at = due_at - interval '1 hour' where ticket_id = '%s'"
                .formatted(due));
        sql("update ticketing.waiting_ticket set due_at = 'infinity' where ticket_id in ('%s', '%s')"
                .formatted(late, later));
        sql("update ticketing.waiting_ticket set urgency = 0 where ticket_id = '%s'".formatted(urgent));

        claim(ann).statusCode(200).body("id", equalTo(urgent)).body("owner", equalTo(ann));
        assertThat(List.of(next(ann), next(ann), next(ann))).containsExactly(due, late, later);
        claim(ann).statusCode(204);
        agent().get("/v1/tickets/" + due + "/events")
                .then()
                .body("items[-1].type", equalTo("ASSIGNED"))
                .body("items[-1].actor.id", equalTo(ann))
                .body("items[-1].data.why", equalTo("CLAIM"));
    }

    @Test
    void theSameKeyAnswersTheSameTicket() {
        var first = arrives(mail());
        arrives(mail());

        claim(ann, "{}", "once").statusCode(200).body("id", equalTo(first));
        claim(ann, "{}", "once").statusCode(200).body("id", equalTo(first));
        claim(ann, "{\"queues\":[\"support\"]}", "once").statusCode(422);
        as(ann).body("{}").post("/v1/tickets/claim-next").then().statusCode(400);
    }

    @Test
    void aTicketInALanguageIsForThoseWhoSpeakIt() {
        var polish = arrives(speaking("pl-PL", mail()));
        var klingon = arrives(speaking("tlh", mail()));
        profile(ann, "{\"skills\":[],\"languages\":[\"en\"],\"capacity\":20}");

        assertThat(next(ann)).isEqualTo(klingon);
        assertThat(next(ann)).isNull();
        profile(ann, "{\"skills\":[],\"languages\":[\"en\",\"pl\"],\"capacity\":20}");
        assertThat(next(ann)).isEqualTo(polish);
    }

    @Test
    void aQueueAsksForSkills() {
        var path = "/v1/queues/technical/routing";
        routing(path, "{\"skills\":[\"networks\"]}").statusCode(200).body("skills", contains("networks"));
        try {
            serves(ann, "available", "technical");
            var call = arrives(callFor("technical"));

            claim(ann).statusCode(409).body("detail", containsString("skill"));
            profile(ann, "{\"skills\":[\"networks\"],\"languages\":[],\"capacity\":20}");
            assertThat(next(ann)).isEqualTo(call);
        } finally {
            routing(path, "{\"skills\":[]}").statusCode(200);
        }
    }

    @Test
    void nobodyGetsMoreThanTheyHaveRoomFor() {
        serves(ann, "available", "support", "technical");
        profile(ann, "{\"skills\":[],\"languages\":[],\"capacity\":11}");
        var call = arrives(callFor("technical"));
        arrives(callFor("technical"));
        var first = arrives(mail());
        var second = arrives(mail());

        claim(ann, "{\"channels\":[\"phone\"]}").statusCode(200).body("id", equalTo(call));
        claim(ann, "{\"channels\":[\"phone\"]}").statusCode(204);
        assertThat(next(ann)).isEqualTo(first);
        assertThat(next(ann)).isNull();
        agent().get("/v1/agents/" + ann + "/profile").then().body("load", equalTo(11));

        // What waits for the customer takes no room.
        as(ann).header("If-Match", "*")
                .body("{\"status\":\"WAITING_FOR_CUSTOMER\"}")
                .put("/v1/tickets/" + first + "/status")
                .then()
                .statusCode(200);
        assertThat(next(ann)).isEqualTo(second);
    }

    @Test
    void aTeamsQueuesAreItsMembers() {
        var ticket = arrives(callFor("billing"));
        claim(ann).statusCode(204);
        claim(ann, "{\"queues\":[\"billing\"]}")
                .statusCode(403)
                .body("type", equalTo("urn:carryon:problem:foreign-queue"));
        var team = "/v1/teams/t-" + UUID.randomUUID();
        var body = "{\"members\":[\"%s\"],\"queues\":[\"billing\"]}".formatted(ann);
        as(ann).body(body).put(team).then().statusCode(403);
        supervisor().body(body).put(team).then().statusCode(200).header("ETag", "\"1\"");
        supervisor().body(body).put(team).then().statusCode(428);

        claim(ann, "{\"queues\":[\"billing\"]}").statusCode(200).body("id", equalTo(ticket));
    }

    @Test
    void whatIsGivenBackWaitsAgainAndWhatIsDoneDoesNot() {
        var ticket = arrives(mail());
        assertThat(next(ann)).isEqualTo(ticket);
        as(ann).header("If-Match", "*")
                .body("{\"owner\":null}")
                .put("/v1/tickets/" + ticket + "/owner")
                .then()
                .statusCode(200);
        assertThat(next(ann)).isEqualTo(ticket);
        as(ann).header("If-Match", "*")
                .body("{\"owner\":null,\"queue\":\"billing\"}")
                .put("/v1/tickets/" + ticket + "/owner")
                .then()
                .statusCode(200);
        assertThat(next(ann)).isNull();
        ticket(ticket).body("owner", nullValue());
    }

    @Test
    void whatIsWrongIsSaid() {
        claim(ann, "{\"queues\":[\"nowhere\"]}").statusCode(400).body("errors[0].pointer", equalTo("/queues/0"));
        claim(ann, "{\"queues\":[]}").statusCode(400).body("errors[0].pointer", equalTo("/queues"));
        claim(ann, "{\"channels\":[\"fax\"]}").statusCode(400);
        claim("nobody-" + UUID.randomUUID(), "{}").statusCode(409);
    }

    @Test
    void howManyWaitMakesNoDifference() {
        QuarkusTransaction.begin();
        var rows = new Sql(database);
        rows.update("""
                insert into ticketing.waiting_ticket
                select gen_random_uuid(), 'support', 'EMAIL', '', 2, now() + n * interval '1 s', now()
                from generate_series(1, 50000) as n""");
        var plan = rows.list(
                "explain (analyze, timing off) " + WaitingTickets.FIRST,
                row -> row.getString(1),
                new String[] {"support", "billing"},
                new String[] {"EMAIL", "CHAT"},
                new String[] {"", "en"},
                20,
                20);
        QuarkusTransaction.rollback();

        assertThat(String.join("\n", plan))
                .contains("waiting_ticket_next")
                .doesNotContain("Seq Scan on waiting_ticket");
    }

    private List<String> all(String agent) {
        var taken = new ArrayList<String>();
        for (var id = next(agent); id != null; id = next(agent)) {
            taken.add(id);
        }
        return taken;
    }

    private ValidatableResponse routing(String path, String body) {
        return admin().header("If-Match", admin().get(path).header("ETag"))
                .body(body)
                .put(path)
                .then();
    }

    private String arrives(ObjectNode contact) {
        new Intaking(intake, json).take(contact);
        var contactId = UUID.fromString(contact.at("/contact/contactId").textValue());
        return QuarkusTransaction.requiringNew()
                .call(() -> new Sql(database)
                        .first(
                                "select ticket_id from ticketing.entry where contact_id = ?",
                                row -> row.getString(1),
                                contactId)
                        .orElseThrow());
    }

    private static ObjectNode speaking(String language, ObjectNode contact) {
        ((ObjectNode) contact.get("card")).putObject("preferences").put("language", language);
        return contact;
    }

    private void sql(String statement) {
        QuarkusTransaction.requiringNew().run(() -> new Sql(database).update(statement));
    }
}
