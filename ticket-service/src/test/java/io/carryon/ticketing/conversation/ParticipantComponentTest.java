package io.carryon.ticketing.conversation;

import static io.carryon.ticketing.line.Desk.agent;
import static io.carryon.ticketing.line.Desk.ticket;
import static io.carryon.ticketing.line.Desk.ticketOf;
import static io.carryon.ticketing.line.Desk.withKey;
import static io.carryon.ticketing.line.RecognizedFixtures.call;
import static io.carryon.ticketing.line.RecognizedFixtures.mail;
import static io.carryon.ticketing.line.RecognizedFixtures.mailAbout;
import static io.carryon.ticketing.line.RecognizedFixtures.messenger;
import static org.assertj.core.api.Assertions.assertThat;
import static org.hamcrest.Matchers.contains;
import static org.hamcrest.Matchers.containsInAnyOrder;
import static org.hamcrest.Matchers.containsString;
import static org.hamcrest.Matchers.equalTo;
import static org.hamcrest.Matchers.hasItem;
import static org.hamcrest.Matchers.hasItems;
import static org.hamcrest.Matchers.hasSize;
import static org.hamcrest.Matchers.not;
import static org.hamcrest.Matchers.nullValue;

import com.fasterxml.jackson.databind.node.ArrayNode;
import com.fasterxml.jackson.databind.node.ObjectNode;
import io.carryon.ticketing.contracts.Contract;
import io.carryon.ticketing.line.Line;
import io.quarkus.test.junit.QuarkusTest;
import io.restassured.response.ValidatableResponse;
import java.util.Locale;
import java.util.UUID;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/** People in To and Cc of a customer's mail: who they are on the ticket, what goes to them, and what comes from them. */
@QuarkusTest
class ParticipantComponentTest {

    private final Line line = Line.open();
    private final String boss = "boss-" + UUID.randomUUID() + "@example.org";

    @Test
    void whoWasCopiedByAProvenSenderIsShownAndCopied() {
        var mail = verified(mail());
        copied(mail, "The Boss", boss.toUpperCase(Locale.ROOT));
        copied(mail, null, "MARIA@example.org");
        copied(mail, null, "no-reply@shop.example.org");
        copied(mail, null, "undisclosed");
        var id = ticketOf(mail);

        ticket(id)
                .body("participants", hasSize(1))
                .body("participants[0].address", equalTo(boss))
                .body("participants[0].name", equalTo("The Boss"))
                .body("participants[0].trusted", equalTo(true));
        reply(id, "{\"text\":\"Corrected.\"}").statusCode(201).body("cc", contains(boss));

        var requested = line.data("reply.requested", id, 1).getFirst();
        Contract.named("reply.requested").accepts(requested);
        assertThat(requested.at("/cc/0/value").asText()).isEqualTo(boss);
        assertThat(requested.at("/cc/0/name").asText()).isEqualTo("The Boss");
        ticket(id).body("conversation.items[1].cc", contains(boss));
    }

    @Test
    void whomASenderNamesThatMayBeAnybodyIsShownAndGetsNothing() {
        var mail = mail();
        copied(mail, null, boss);
        var id = ticketOf(mail);

        ticket(id).body("participants[0].trusted", equalTo(false));
        reply(id, "{\"text\":\"Corrected.\"}").statusCode(201).body("cc", nullValue());
        assertThat(ticketOf(answerOf(boss, mail))).isNotEqualTo(id);
    }

    @ParameterizedTest
    @CsvSource({"chat,chat", "portal,account"})
    void whatComesFromTheAddressGivenInAChatOrRequestJoinsItsTicket(String channel, String kind) {
        var chat = messenger(channel, kind, UUID.randomUUID().toString(), null);
        chat.withArray("/contact/sender/handles")
                .addObject()
                .put("kind", "mailto")
                .put("value", boss)
                .put("raw", boss)
                .put("verification", "claimed");
        var id = ticketOf(chat);

        ticket(id).body("participants.address", contains(boss));
        assertThat(ticketOf(answerOf(boss, chat))).isEqualTo(id);
        assertThat(ticketOf(answerOf("other-" + boss, chat))).isNotEqualTo(id);
    }

    @Test
    void staffSayWhoGetsACopyAndWhomTheyAddTakesPart() {
        var mail = verified(mail());
        copied(mail, null, boss);
        var id = ticketOf(mail);
        var added = "added-" + boss;

        reply(id, "{\"text\":\"Only you.\",\"cc\":[]}").statusCode(201).body("cc", nullValue());
        reply(id, "{\"text\":\"And you.\",\"cc\":[\"%s\"]}".formatted(added))
                .statusCode(201)
                .body("cc", contains(added));
        reply(id, "{\"text\":\"x\",\"cc\":[\"boss\"]}")
                .statusCode(400)
                .body("errors[0].pointer", containsString("/cc/0"));

        agent().get("/v1/tickets/" + id + "/participants").then().body("items.address", contains(boss, added));
        assertThat(ticketOf(answerOf(added, mail))).isEqualTo(id);
    }

    @Test
    void theAnswersOfWhoTakesPartJoinTheTicketAndItStaysTheCustomers() {
        var mail = verified(mail());
        copied(mail, null, boss);
        var id = ticketOf(mail);
        var answer = answerOf(boss, mail);

        assertThat(ticketOf(answer)).isEqualTo(id);
        // Recognition knows its own issue of the thread from now on.
        var next = mailAbout(
                UUID.fromString(answer.at("/customer/id").textValue()),
                UUID.fromString(answer.at("/issue/id").textValue()));
        from(next, boss, "The Boss");
        assertThat(ticketOf(next)).isEqualTo(id);

        ticket(id)
                .body("customer.name", equalTo("Maria Weber"))
                .body("card.contactCount", equalTo(2))
                .body("conversation.items[1].author.name", equalTo("The Boss"));
        reply(id, "{\"text\":\"To both.\"}").statusCode(201).body("cc", contains(boss));
        var requested = line.data("reply.requested", id, 1).getFirst();
        assertThat(requested.at("/to/value").asText()).isEqualTo("maria@example.org");
        assertThat(requested.at("/thread/inReplyTo")).isEqualTo(next.at("/contact/thread/messageId"));
    }

    @Test
    void whoWasRemovedWritesATicketOfTheirOwn() {
        var mail = verified(mail());
        copied(mail, null, boss);
        var id = ticketOf(mail);

        var path = "/v1/tickets/" + id + "/participants?address=";
        agent().delete(path + boss).then().statusCode(204);
        agent().delete(path + boss).then().statusCode(404);

        ticket(id).body("participants", nullValue());
        var own = ticketOf(answerOf(boss, mail));
        assertThat(own).isNotEqualTo(id);
        ticket(own).body("links[0].ticketId", equalTo(id));
    }

    @Test
    void aReplyByMailGoesToTheCustomersProvenAddressWhoeverWroteLast() {
        var call = call(UUID.randomUUID(), UUID.randomUUID());
        var proven = "proven-" + boss;
        ((ArrayNode) call.at("/customer/handles"))
                .addObject()
                .put("kind", "mailto")
                .put("value", proven)
                .put("verification", "verified");
        var id = ticketOf(call);
        reply(id, "{\"text\":\"To both.\",\"channel\":\"email\",\"cc\":[\"%s\"]}".formatted(boss))
                .statusCode(201);
        assertThat(ticketOf(answerOf(boss, call))).isEqualTo(id);

        reply(id, "{\"text\":\"And next.\",\"channel\":\"email\"}").statusCode(201);

        assertThat(line.data("reply.requested", id, 2))
                .extracting(requested -> requested.at("/to/value").asText())
                .containsExactly(proven, proven);
        // Nothing proves that address any more.
        var again = call(
                UUID.fromString(call.at("/customer/id").textValue()),
                UUID.fromString(call.at("/issue/id").textValue()));
        assertThat(ticketOf(again)).isEqualTo(id);
        reply(id, "{\"text\":\"And last.\",\"channel\":\"email\"}")
                .statusCode(409)
                .body("detail", containsString("call them"));
    }

    @Test
    void whomAnybodyNamesTakesNoPlaceOfWhomStaffOrAProvenSenderName() {
        var mail = mail();
        for (var i = 10; i < 30; i++) {
            copied(mail, null, i + boss);
        }
        var id = ticketOf(mail);
        reply(id, "{\"text\":\"To you, too.\",\"cc\":[\"%s\"]}".formatted(boss)).statusCode(201);
        var named = "named-" + boss;
        var next = verified(mailAbout(
                UUID.fromString(mail.at("/customer/id").textValue()),
                UUID.fromString(mail.at("/issue/id").textValue())));
        copied(next, null, named);
        assertThat(ticketOf(next)).isEqualTo(id);

        ticket(id)
                .body("participants", hasSize(20))
                .body("participants.findAll { it.trusted }.address", containsInAnyOrder(boss, named))
                .body("participants.address", hasItems(10 + boss, 27 + boss));
    }

    @Test
    void whomStaffNameIsAlwaysKept() {
        var mail = verified(mail());
        for (var i = 10; i < 30; i++) {
            copied(mail, null, i + boss);
        }
        var id = ticketOf(mail);

        reply(id, "{\"text\":\"To you, too.\",\"cc\":[\"%s\"]}".formatted(boss)).statusCode(201);

        ticket(id).body("participants.address", hasItem(boss)).body("participants", hasSize(21));
        assertThat(ticketOf(answerOf(boss, mail))).isEqualTo(id);
    }

    @Test
    void moreThanTheMostAreNotKept() {
        var mail = verified(mail());
        for (var i = 0; i < 30; i++) {
            copied(mail, null, i + boss);
        }

        ticket(ticketOf(mail)).body("participants", hasSize(20)).body("participants.address", not(contains(29 + boss)));
    }

    /** As recognition makes it: an issue of its own that is related to the one whose thread it names. */
    private static ObjectNode answerOf(String address, ObjectNode mail) {
        var answer = mailAbout(UUID.randomUUID(), UUID.randomUUID());
        from(answer, address, "The Boss");
        ((ObjectNode) answer.get("issue"))
                .put("relatedIssueId", mail.at("/issue/id").textValue());
        return answer;
    }

    private static void from(ObjectNode mail, String address, String name) {
        ((ObjectNode) mail.at("/contact/sender")).put("name", name);
        ((ObjectNode) mail.at("/contact/sender/handles/0"))
                .put("value", address)
                .put("raw", address);
        ((ObjectNode) mail.at("/customer")).put("name", name);
        ((ObjectNode) mail.at("/customer/handles/0")).put("value", address);
        ((ObjectNode) mail.get("card")).put("contactCount", 77);
    }

    private static ObjectNode verified(ObjectNode mail) {
        ((ObjectNode) mail.at("/contact/sender/handles/0")).put("verification", "verified");
        return mail;
    }

    private static void copied(ObjectNode mail, String name, String address) {
        mail.withArray("/contact/participants")
                .addObject()
                .put("role", "cc")
                .put("name", name)
                .put("address", address);
    }

    private static ValidatableResponse reply(String id, String body) {
        return withKey().body(body).post("/v1/tickets/" + id + "/replies").then();
    }
}
