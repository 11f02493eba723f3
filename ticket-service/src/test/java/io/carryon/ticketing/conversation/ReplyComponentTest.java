package io.carryon.ticketing.conversation;

import static io.carryon.ticketing.line.Desk.agent;
import static io.carryon.ticketing.line.Desk.reply;
import static io.carryon.ticketing.line.Desk.status;
import static io.carryon.ticketing.line.Desk.ticket;
import static io.carryon.ticketing.line.Desk.ticketOf;
import static io.carryon.ticketing.line.Desk.withKey;
import static io.carryon.ticketing.line.RecognizedFixtures.call;
import static io.carryon.ticketing.line.RecognizedFixtures.mail;
import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;
import static org.hamcrest.Matchers.containsString;
import static org.hamcrest.Matchers.equalTo;
import static org.hamcrest.Matchers.hasSize;

import com.fasterxml.jackson.databind.node.ObjectNode;
import io.carryon.ticketing.contracts.Contract;
import io.carryon.ticketing.line.Line;
import io.quarkus.test.junit.QuarkusTest;
import java.time.Duration;
import java.util.UUID;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

@QuarkusTest
class ReplyComponentTest {

    private final Line line = Line.open();

    @Test
    void aReplyGoesToTheSenderInTheThreadAndIsToldToTheOthers() {
        var mail = mail();
        var id = ticketOf(mail);

        String replyId = reply(id, "Corrected.")
                .statusCode(201)
                .body("kind", equalTo("REPLY"))
                .body("delivery.state", equalTo("REQUESTED"))
                .extract()
                .path("id");

        var sent = line.heard("reply.requested", id, 1).getFirst();
        var requested = Line.json(sent.value());
        Contract.named("reply.requested").accepts(requested);
        assertThat(Line.header(sent, "ce_id")).isEqualTo(replyId);
        assertThat(Line.header(sent, "ce_type")).isEqualTo("io.carryon.reply.requested.v1");
        assertThat(requested.at("/to/value").textValue()).isEqualTo("maria@example.org");
        assertThat(requested.at("/subject").textValue()).isEqualTo("Re: Invoice of May");
        assertThat(requested.at("/thread/inReplyTo")).isEqualTo(mail.at("/contact/thread/messageId"));
        assertThat(requested.at("/thread/references")).hasSize(2);
        assertThat(requested.at("/author/name").textValue()).isEqualTo("Name of agent-1");

        var changes = line.data("ticket.changed", id, 2);
        changes.forEach(Contract.named("ticket.changed")::accepts);
        assertThat(changes)
                .extracting(change -> change.get("change").textValue())
                .containsExactly("OPENED", "REPLIED");
        assertThat(changes.getLast().at("/reply/text").textValue()).isEqualTo("Corrected.");
        assertThat(changes.getLast().at("/status").textValue()).isEqualTo("OPEN");
    }

    @Test
    void theContactsCorrelationIdIsCarriedOn() {
        var mail = mail();
        var opened = line.heard("ticket.changed", ticketOf(mail), 1).getFirst();

        assertThat(Line.header(opened, "ce_correlationid"))
                .isEqualTo("path-" + mail.at("/contact/entryId").textValue());
    }

    @Test
    void theSameKeyGivesTheSameReplyAndAnotherTextIsRefused() {
        var id = ticketOf(mail());
        var key = "\"" + UUID.randomUUID() + "\"";
        var path = "/v1/tickets/" + id + "/replies";

        var first = agent().header("Idempotency-Key", key)
                .body("{\"text\":\"one\"}")
                .post(path);
        var again = agent().header("Idempotency-Key", key)
                .body("{\"text\":\"one\"}")
                .post(path);
        var other = agent().header("Idempotency-Key", key)
                .body("{\"text\":\"two\"}")
                .post(path);

        assertThat(again.path("id").toString()).isEqualTo(first.path("id"));
        other.then().statusCode(422).contentType("application/problem+json");
        ticket(id).body("conversation.items", hasSize(2));
        String marker = reply(id, "three").extract().path("id");
        assertThat(line.heard("reply.requested", id, 2))
                .extracting(record -> Line.header(record, "ce_id"))
                .containsExactly(first.path("id"), marker);
    }

    @Test
    void whatBecameOfAReplyIsShownAndNeverTakenBack() {
        var id = ticketOf(mail());
        String replyId = reply(id, "Corrected.").extract().path("id");

        outcome(id, replyId, "SENT", null);
        outcome(id, replyId, "BOUNCED", "550 no such user");
        outcome(id, replyId, "SENT", null);

        assertThat(line.data("ticket.changed", id, 4).stream().skip(2))
                .allMatch(change -> change.get("change").textValue().equals("DELIVERY_CHANGED"));
        await().atMost(Duration.ofSeconds(20))
                .untilAsserted(() -> agent().get("/v1/tickets/" + id + "/entries/" + replyId)
                        .then()
                        .body("delivery.state", equalTo("BOUNCED"))
                        .body("delivery.reason", equalTo("550 no such user")));
        ticket(id).body("revision", equalTo(4));
    }

    @ParameterizedTest
    @CsvSource({"SENT,", "DELIVERED,", "FAILED,The chat is over", "BOUNCED,550 5.1.1 no such user"})
    void anEntryShowsWhereItsReplyStandsAndWhy(String state, String reason) {
        var id = ticketOf(mail());
        String replyId = reply(id, "Corrected.").extract().path("id");

        outcome(id, replyId, state, reason);

        await().atMost(Duration.ofSeconds(20))
                .untilAsserted(() -> ticket(id)
                        .body("conversation.items[1].delivery.state", equalTo(state))
                        .body("conversation.items[1].delivery.reason", equalTo(reason)));
    }

    @Test
    void aNoteIsForStaffAndItsTextLeavesByNoEvent() {
        var id = ticketOf(mail());

        withKey()
                .body("{\"text\":\"secret remark\"}")
                .post("/v1/tickets/" + id + "/notes")
                .then()
                .statusCode(201)
                .body("kind", equalTo("NOTE"));
        reply(id, "Hello").statusCode(201);

        assertThat(line.heard("ticket.changed", id, 3))
                .noneMatch(record -> record.value().contains("secret remark"));
        assertThat(line.heard("reply.requested", id, 1)).hasSize(1);
        agent().get("/v1/tickets/" + id + "/events")
                .then()
                .body("items[1].type", equalTo("NOTED"))
                .body("items[1].actor.id", equalTo("agent-1"));
    }

    @Test
    void aCallCannotBeAnsweredByPhoneAndTheAnswerSaysWhatWorks() {
        var call = call(UUID.randomUUID(), UUID.randomUUID());
        ((ObjectNode) call.get("customer")).set("handles", Line.json("""
                                [{"kind":"tel","value":"+4930123456","verification":"claimed"},
                                 {"kind":"mailto","value":"maria@example.org","verification":"verified"}]"""));
        var id = ticketOf(call);

        reply(id, "Hello").statusCode(409).body("detail", containsString("[email]"));
        withKey()
                .body("{\"text\":\"Hello\",\"channel\":\"email\"}")
                .post("/v1/tickets/" + id + "/replies")
                .then()
                .statusCode(201);

        var requested = line.data("reply.requested", id, 1).getFirst();
        Contract.named("reply.requested").accepts(requested);
        assertThat(requested.at("/to/value").textValue()).isEqualTo("maria@example.org");
        assertThat(requested.at("/thread/references")).isEmpty();
    }

    @Test
    void anAddressThatWasOnlyClaimedIsNotWrittenToOutsideItsContact() {
        var call = call(UUID.randomUUID(), UUID.randomUUID());
        ((ObjectNode) call.get("customer")).set("handles", Line.json("""
                                [{"kind":"tel","value":"+4930123456","verification":"verified"},
                                 {"kind":"mailto","value":"attacker@evil.example","verification":"claimed"}]"""));

        withKey()
                .body("{\"text\":\"Hello\",\"channel\":\"email\"}")
                .post("/v1/tickets/" + ticketOf(call) + "/replies")
                .then()
                .statusCode(409);
    }

    @Test
    void aListShowsTheBeginningOfALongTextAndTheEntryTheWhole() {
        var mail = mail();
        ((ObjectNode) mail.get("contact")).put("text", "😀".repeat(5000)).put("html", "<p>hello</p>");
        var id = ticketOf(mail);

        var listed = ticket(id)
                .body("conversation.items[0].shortened", equalTo(true))
                .body("conversation.items[0].html", equalTo(null))
                .body("conversation.items[0].text", equalTo("😀".repeat(4000)))
                .extract();
        agent().get("/v1/tickets/" + id + "/entries/" + listed.path("conversation.items[0].id"))
                .then()
                .body("text", equalTo("😀".repeat(5000)))
                .body("html", equalTo("<p>hello</p>"));
    }

    @Test
    void aChannelTheCustomerHasNotUsedIsRefused() {
        withKey()
                .body("{\"text\":\"Hello\",\"channel\":\"chat\"}")
                .post("/v1/tickets/" + ticketOf(mail()) + "/replies")
                .then()
                .statusCode(409)
                .body("detail", containsString("[email]"));
    }

    @Test
    void aClosedTicketIsNotAnswered() {
        var id = ticketOf(mail());
        status(id, "RESOLVED");
        status(id, "CLOSED");

        reply(id, "Too late").statusCode(409);
    }

    @Test
    void theConversationIsReadPageByPage() {
        var id = ticketOf(mail());
        reply(id, "one");
        reply(id, "two");
        var path = "/v1/tickets/" + id + "/entries?limit=2";

        var first = agent().get(path).then().body("items", hasSize(2)).body("hasMore", equalTo(true));
        agent().get(path + "&cursor=" + first.extract().path("next"))
                .then()
                .body("items", hasSize(1))
                .body("items[0].text", equalTo("two"))
                .body("next", equalTo(null));
    }

    private void outcome(String ticketId, String replyId, String outcome, String reason) {
        var data = (ObjectNode) Line.json("""
                {"replyId":"%s","ticketId":"%s","issueId":"%s","channel":"email","outcome":"%s","at":"2026-03-02T08:00:00Z"}""".formatted(replyId, ticketId, UUID.randomUUID(), outcome));
        line.publish("delivery.outcome", UUID.randomUUID().toString(), ticketId, data.put("reason", reason));
    }
}
