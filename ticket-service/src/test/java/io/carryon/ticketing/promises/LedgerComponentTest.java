package io.carryon.ticketing.promises;

import static io.carryon.ticketing.line.Desk.agent;
import static io.carryon.ticketing.line.Desk.etag;
import static io.carryon.ticketing.line.Desk.reply;
import static io.carryon.ticketing.line.Desk.status;
import static io.carryon.ticketing.line.Desk.ticket;
import static io.carryon.ticketing.line.Desk.ticketOf;
import static io.carryon.ticketing.line.Desk.withKey;
import static io.carryon.ticketing.line.RecognizedFixtures.mail;
import static org.assertj.core.api.Assertions.assertThat;
import static org.hamcrest.Matchers.equalTo;
import static org.hamcrest.Matchers.hasItem;
import static org.hamcrest.Matchers.hasSize;
import static org.hamcrest.Matchers.nullValue;

import io.carryon.ticketing.contracts.Contract;
import io.carryon.ticketing.line.Line;
import io.carryon.ticketing.line.Listening;
import io.quarkus.narayana.jta.QuarkusTransaction;
import io.quarkus.test.junit.QuarkusTest;
import io.restassured.response.ValidatableResponse;
import jakarta.inject.Inject;
import java.time.Duration;
import java.time.Instant;
import java.time.temporal.ChronoUnit;
import java.util.List;
import java.util.UUID;
import org.awaitility.Awaitility;
import org.junit.jupiter.api.Test;

/** What staff say to a customer is kept in a ledger, and what became of it. */
@QuarkusTest
class LedgerComponentTest {

    private final Instant tomorrow = Instant.now().plus(Duration.ofDays(1)).truncatedTo(ChronoUnit.SECONDS);
    private final Instant later = tomorrow.plus(Duration.ofDays(1));

    @Inject
    PromiseSweep sweep;

    private static ValidatableResponse say(String id, String etag, String step, Instant by) {
        var request = etag == null ? agent() : agent().header("If-Match", etag);
        return request.body("{\"nextStep\":\"%s\",\"nextUpdateBy\":\"%s\"}".formatted(step, by))
                .put("/v1/tickets/" + id + "/next-step")
                .then();
    }

    private static ValidatableResponse ledger(String id) {
        return agent().get("/v1/tickets/" + id + "/promises").then().statusCode(200);
    }

    @Test
    void aPromiseIsMovedWithNoticeAndKeptByTheNextReply() {
        var id = ticketOf(mail());

        say(id, etag(id), "We check the invoice.", tomorrow)
                .statusCode(200)
                .body("nextStep", equalTo("We check the invoice."))
                .body("nextStepCode", equalTo("PROMISED"))
                .body("promised", equalTo(true));
        ticket(id).body("outlook.nextUpdateBy", equalTo(tomorrow.toString()));
        say(id, etag(id), "We check the invoice.", tomorrow).statusCode(200).header("ETag", etag(id));
        say(id, etag(id), "The bank looks for the payment.", later).statusCode(200);
        ledger(id)
                .body("items.state", equalTo(List.of("OPEN", "MOVED")))
                .body("items[1].movedTo", equalTo(later.toString()));

        reply(id, "Found it.").statusCode(201);

        ledger(id).body("items.state", equalTo(List.of("KEPT", "MOVED")));
        ticket(id).body("outlook.promised", equalTo(false));
        var told = Line.open().data("ticket.changed", id, 4);
        told.forEach(Contract.named("ticket.changed")::accepts);
        assertThat(told)
                .extracting(change -> change.at("/change").textValue())
                .containsExactly("OPENED", "NEXT_STEP_CHANGED", "NEXT_STEP_CHANGED", "REPLIED");
        assertThat(told.get(2).at("/outlook/nextStep").textValue()).isEqualTo("The bank looks for the payment.");
    }

    @Test
    void whatAReplyPromisesIsInTheLedgerAndTheSolutionKeepsIt() {
        var id = ticketOf(mail());
        withKey()
                .body("{\"text\":\"We call you.\",\"nextUpdateBy\":\"%s\"}".formatted(tomorrow))
                .post("/v1/tickets/" + id + "/replies")
                .then()
                .statusCode(201);
        ticket(id).body("outlook.promised", equalTo(true)).body("outlook.nextUpdateBy", equalTo(tomorrow.toString()));

        status(id, "RESOLVED").statusCode(200);

        ledger(id).body("items.state", equalTo(List.of("KEPT")));
        ticket(id).body("outlook", nullValue());
    }

    @Test
    void aPromiseIsBrokenOnceAndStaysBrokenWhenTheCustomerHearsFromUsAfterAll() {
        var id = ticketOf(mail());
        say(id, etag(id), "We check the invoice.", tomorrow).statusCode(200);

        breakAt(id, tomorrow.minusSeconds(1));
        breakAt(id, tomorrow.plusSeconds(1));
        breakAt(id, tomorrow.plusSeconds(2));

        agent().get("/v1/tickets/" + id + "/events")
                .then()
                .body("items.type", equalTo(List.of("OPENED", "NEXT_STEP_CHANGED", "PROMISE_DUE", "PROMISE_BROKEN")));
        ledger(id).body("items[0].state", equalTo("BROKEN")).body("items[0].settledAt", nullValue());
        ticket(id).body("outlook.nextUpdateBy", equalTo(tomorrow.toString()));
        reply(id, "Sorry.").statusCode(201);
        ledger(id).body("items.state", equalTo(List.of("BROKEN")));
        ticket(id).body("outlook.promised", equalTo(false));
    }

    @Test
    void theOwnerHearsOnceThatAPromiseIsDueSoonAlsoWhenTheyComeBack() {
        var owner = "owner-" + UUID.randomUUID();
        var id = ticketOf(mail());
        agent().header("If-Match", "*")
                .body("{\"owner\":\"%s\"}".formatted(owner))
                .put("/v1/tickets/" + id + "/owner")
                .then()
                .statusCode(200);
        String last;
        try (var listening = Listening.as(owner)) {
            last = listening.lastId();
        }
        say(id, etag(id), "We check the invoice.", tomorrow).statusCode(200);

        breakAt(id, tomorrow.minus(Duration.ofMinutes(61)));
        breakAt(id, tomorrow.minus(Duration.ofMinutes(59)));
        breakAt(id, tomorrow.minus(Duration.ofMinutes(58)));
        breakAt(id, tomorrow.plusSeconds(1));

        agent().get("/v1/tickets/" + id + "/events")
                .then()
                .body(
                        "items.type",
                        equalTo(List.of("OPENED", "ASSIGNED", "NEXT_STEP_CHANGED", "PROMISE_DUE", "PROMISE_BROKEN")));
        Line.open().data("ticket.changed", id, 5).forEach(Contract.named("ticket.changed")::accepts);
        try (var listening = Listening.with(Line.bearer(owner, "agent"), last)) {
            Awaitility.await()
                    .atMost(Duration.ofSeconds(20))
                    .until(() -> promises(listening).equals(List.of("promise.due", "promise.broken")));
        }
    }

    private static List<String> promises(Listening listening) {
        return listening.messages().stream()
                .map(Listening.Message::event)
                .filter(event -> event.startsWith("promise."))
                .toList();
    }

    private void breakAt(String id, Instant now) {
        QuarkusTransaction.requiringNew().run(() -> sweep.tell(List.of(UUID.fromString(id)), now));
    }

    @Test
    void nothingIsPromisedForYesterdayOrWithoutATagOrOfWhatIsSolved() {
        var id = ticketOf(mail());
        var etag = etag(id);

        say(id, null, "Soon", tomorrow).statusCode(428);
        say(id, "\"9\"", "Soon", tomorrow).statusCode(412);
        say(id, etag, "Soon", tomorrow.minus(Duration.ofDays(3)))
                .statusCode(400)
                .body("errors.pointer", hasItem("/nextUpdateBy"));
        say(id, etag, "", tomorrow).statusCode(400).body("errors.pointer", hasItem("/nextStep"));
        say(UUID.randomUUID().toString(), etag, "Soon", tomorrow).statusCode(404);
        status(id, "RESOLVED").statusCode(200);
        say(id, etag(id), "Soon", tomorrow).statusCode(409);
        ledger(id).body("items", hasSize(0));
    }
}
