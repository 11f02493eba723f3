package io.carryon.ticketing.assignment;

import static io.carryon.ticketing.assignment.WorkFloor.TECHNICAL;
import static io.carryon.ticketing.assignment.WorkFloor.own;
import static io.carryon.ticketing.assignment.WorkFloor.set;
import static io.carryon.ticketing.line.Desk.agent;
import static io.carryon.ticketing.line.Desk.as;
import static io.carryon.ticketing.line.Desk.serves;
import static io.carryon.ticketing.line.Desk.ticket;
import static io.carryon.ticketing.line.Desk.ticketOf;
import static io.carryon.ticketing.line.RecognizedFixtures.callFor;
import static io.carryon.ticketing.line.RecognizedFixtures.mail;
import static io.carryon.ticketing.line.RecognizedFixtures.mailAbout;
import static org.hamcrest.Matchers.equalTo;
import static org.hamcrest.Matchers.hasSize;
import static org.hamcrest.Matchers.notNullValue;
import static org.hamcrest.Matchers.nullValue;

import com.fasterxml.jackson.databind.node.ObjectNode;
import io.quarkus.test.junit.QuarkusTest;
import io.restassured.response.ValidatableResponse;
import jakarta.inject.Inject;
import java.time.Duration;
import java.time.Instant;
import java.util.UUID;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.Executors;
import java.util.stream.Stream;
import javax.sql.DataSource;
import org.awaitility.Awaitility;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

@QuarkusTest
class AbsenceComponentTest {

    private final String ann = "ann-" + UUID.randomUUID();
    private final String ben = "ben-" + UUID.randomUUID();

    @Inject
    DataSource database;

    @Inject
    RoutingSweep routing;

    @Inject
    AbsenceSweep absences;

    @BeforeEach
    void nobodyElseIsThere() {
        new WorkFloor(database).empty();
    }

    @AfterEach
    void everybodyTakesTheirOwn() {
        new WorkFloor(database).leave();
    }

    @Test
    void whoIsOutOfOfficeGivesTheirTicketsAwayOnce() {
        serves(ann, "available", "support");
        serves(ben, "available", "support");
        var open = ticketOf(mail());
        own(open, ann);
        absence(ann, Instant.now().minusSeconds(60), ",\"substitute\":\"%s\"".formatted(ben))
                .statusCode(200);

        absences.giveAway();
        ticket(open).body("owner", equalTo(ben));
        agent().get("/v1/tickets/" + open + "/events")
                .then()
                .body("items[-1].data.why", equalTo("ABSENCE"))
                .body("items[-1].data.ownerBefore", equalTo(ann));

        // Who gives them something all the same knows what they do.
        own(open, ann);
        absences.giveAway();
        ticket(open).body("owner", equalTo(ann));
    }

    @Test
    void whereverAnAbsenceIsSeenFirstEachTicketIsGivenAwayOnce() {
        serves(ann, "available", "support");
        var open = Stream.generate(() -> ticketOf(mail())).limit(12).toList();
        open.forEach(id -> own(id, ann));
        absence(ann, Instant.now().minusSeconds(60), "").statusCode(200);

        try (var instances = Executors.newFixedThreadPool(3)) {
            var sweep = (Runnable) absences::giveAway;
            CompletableFuture.allOf(Stream.generate(() -> CompletableFuture.runAsync(sweep, instances))
                            .limit(3)
                            .toArray(CompletableFuture[]::new))
                    .join();
        }

        Awaitility.await()
                .atMost(Duration.ofSeconds(20))
                .untilAsserted(() ->
                        agent().get("/v1/agents/" + ann + "/absence").then().body("givenAt", notNullValue()));
        open.forEach(id -> agent().get("/v1/tickets/" + id + "/events")
                .then()
                .body("items.findAll { it.data.why == 'ABSENCE' }", hasSize(1)));
    }

    @Test
    void withoutASubstituteTheQueueAnswersForThemAndForWhatCustomersComeBackTo() {
        serves(ann, "available", "support");
        var mail = mail();
        var waiting = ticketOf(mail);
        own(waiting, ann);
        waitsForItsCustomer(waiting);
        var open = ticketOf(mail());
        own(open, ann);
        absence(ann, Instant.now().minusSeconds(60), "").statusCode(200);
        absences.giveAway();
        ticket(open).body("owner", nullValue());
        ticket(waiting).body("owner", equalTo(ann));

        ticketOf(followUp(mail));
        Awaitility.await()
                .atMost(Duration.ofSeconds(20))
                .untilAsserted(() -> ticket(waiting).body("owner", nullValue()));
    }

    @Test
    void whatCustomersComeBackToGoesToTheSubstituteToo() {
        serves(ann, "available", "support");
        serves(ben, "available", "support");
        var mail = mail();
        var waiting = ticketOf(mail);
        own(waiting, ann);
        waitsForItsCustomer(waiting);
        absence(ann, Instant.now().minusSeconds(60), ",\"substitute\":\"%s\"".formatted(ben))
                .statusCode(200);
        absences.giveAway();
        ticket(waiting).body("owner", equalTo(ann));

        ticketOf(followUp(mail));
        Awaitility.await()
                .atMost(Duration.ofSeconds(20))
                .untilAsserted(() -> ticket(waiting).body("owner", equalTo(ben)));

        as(ann).delete("/v1/agents/me/absence").then().statusCode(204);
        absences.giveAway();
        ticket(waiting).body("owner", equalTo(ben));
        agent().get("/v1/tickets/" + waiting + "/events")
                .then()
                .body("items.findAll { it.data.why == 'ABSENCE' }", hasSize(1));
    }

    @Test
    void nothingIsRoutedToWhoIsOutOfOffice() {
        set(TECHNICAL, "{\"mode\":\"push\",\"skills\":[]}").statusCode(200);
        serves(ann, "available", "technical");
        absence(ann, Instant.now().minusSeconds(60), "").statusCode(200);
        var call = ticketOf(callFor("technical"));
        routing.route();
        ticket(call).body("owner", nullValue());

        as(ann).delete("/v1/agents/me/absence").then().statusCode(204);
        Awaitility.await()
                .atMost(Duration.ofSeconds(20))
                .untilAsserted(() -> ticket(call).body("owner", equalTo(ann)));
    }

    @Test
    void anAbsenceIsSaidByThemselvesOrASupervisor() {
        serves(ann, "available", "support");
        var path = "/v1/agents/" + ann + "/absence";
        as(ann).get(path).then().statusCode(404);
        absence(ann, Instant.now().plusSeconds(3600), ",\"substitute\":\"%s\"".formatted(ann))
                .statusCode(400)
                .body("errors[0].pointer", equalTo("/substitute"));
        absence(ann, Instant.now().plus(Duration.ofDays(9)), "").statusCode(400);
        absence(ann, Instant.now().plusSeconds(3600), "").statusCode(200).header("ETag", "\"1\"");
        absence(ann, Instant.now().plusSeconds(3600), "").statusCode(428);
        as(ben).delete(path).then().statusCode(403);
    }

    private static ValidatableResponse absence(String id, Instant from, String more) {
        return as(id).body("{\"from\":\"%s\",\"until\":\"%s\"%s}"
                        .formatted(from, Instant.now().plus(Duration.ofDays(7)), more))
                .put("/v1/agents/me/absence")
                .then();
    }

    private static ObjectNode followUp(ObjectNode mail) {
        var later = mailAbout(
                UUID.fromString(mail.at("/customer/id").textValue()),
                UUID.fromString(mail.at("/issue/id").textValue()));
        ((ObjectNode) later.get("contact")).put("text", "It is still wrong, please look again.");
        return later;
    }

    private void waitsForItsCustomer(String ticket) {
        as(ann).header("If-Match", "*")
                .body("{\"status\":\"WAITING_FOR_CUSTOMER\"}")
                .put("/v1/tickets/" + ticket + "/status")
                .then()
                .statusCode(200);
    }
}
