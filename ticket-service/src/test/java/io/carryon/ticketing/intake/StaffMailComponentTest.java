package io.carryon.ticketing.intake;

import static io.carryon.ticketing.line.Desk.admin;
import static io.carryon.ticketing.line.Desk.agent;
import static io.carryon.ticketing.line.Desk.etag;
import static io.carryon.ticketing.line.Desk.status;
import static io.carryon.ticketing.line.Desk.ticket;
import static io.carryon.ticketing.line.Desk.ticketOf;
import static io.carryon.ticketing.line.Desk.ticketWith;
import static io.carryon.ticketing.line.Desk.withKey;
import static io.carryon.ticketing.line.RecognizedFixtures.callFor;
import static io.carryon.ticketing.line.RecognizedFixtures.mail;
import static io.carryon.ticketing.line.RecognizedFixtures.mailAbout;
import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;
import static org.hamcrest.Matchers.contains;
import static org.hamcrest.Matchers.containsString;
import static org.hamcrest.Matchers.equalTo;
import static org.hamcrest.Matchers.hasSize;

import com.fasterxml.jackson.databind.ObjectMapper;
import com.fasterxml.jackson.databind.node.ObjectNode;
import io.carryon.ticketing.inbox.EventDoor.Arrived;
import io.carryon.ticketing.line.Line;
import io.quarkus.test.junit.QuarkusTest;
import jakarta.inject.Inject;
import java.time.Duration;
import java.util.List;
import java.util.Locale;
import java.util.UUID;
import java.util.stream.Stream;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/** Staff answer by mail. */
@QuarkusTest
class StaffMailComponentTest {

    @Inject
    TicketIntake intake;

    @Inject
    ObjectMapper json;

    private final Line line = Line.open();
    private final String address = "ann-" + UUID.randomUUID() + "@carryon.example";
    private final String agentId = "mailing-" + UUID.randomUUID();

    @BeforeEach
    void giveTheAgentAnAddress() {
        admin().body("{\"addresses\":[\"%s\"]}".formatted(address.toUpperCase(Locale.ROOT)))
                .put("/v1/agents/" + agentId + "/mail-addresses")
                .then()
                .statusCode(200)
                .body("addresses", contains(address));
    }

    @Test
    void anAnswerInTheThreadIsAReplyToTheCustomer() {
        var mail = mail();
        var id = ticketOf(mail);
        var answer = answer(mail, "verified", "It is corrected.");

        line.recognized(answer);
        line.data("reply.requested", id, 1);
        // Recognition knows its own issue of the thread from now on.
        var next = next(answer, "verified", "And sent.");
        inThread(next);
        line.recognized(next);

        assertThat(line.data("reply.requested", id, 2))
                .extracting(requested -> requested.at("/text").asText())
                .containsExactly("It is corrected.", "And sent.");
        var requested = line.data("reply.requested", id, 2).getFirst();
        assertThat(requested.at("/to/value").asText()).isEqualTo("maria@example.org");
        assertThat(requested.at("/author/id").asText()).isEqualTo(agentId);
        ticket(id).body("conversation.items", hasSize(3)).body("status", equalTo("OPEN"));
    }

    @Test
    void twoOfThemThatComeAtOnceAreBothReplies() {
        var mail = mail();
        var id = ticketOf(mail);
        var answer = answer(mail, "verified", "It is corrected.");
        var next = next(answer, "verified", "And sent.");
        inThread(next);

        takenAtOnce(answer, next);

        assertThat(line.data("reply.requested", id, 2)).hasSize(2);
        ticket(id).body("conversation.items", hasSize(3));
    }

    @Test
    void aMailThatNamesNoThreadIsNoReplyHoweverAlikeItIs() {
        var mail = mail();
        var id = ticketOf(mail);
        var answer = answer(mail, "verified", "It is corrected.");
        line.recognized(answer);
        line.data("reply.requested", id, 1);

        var unthreaded = next(answer, "verified", "My own invoice is wrong, too.");
        evidence(unthreaded, "same-matter");
        ((ObjectNode) unthreaded.at("/contact/thread")).putArray("references");

        assertThat(ticketOf(unthreaded)).isNotEqualTo(id);
        ticket(id).body("conversation.items", hasSize(2));
    }

    @Test
    void twoMailsOfWhoTakesPartThatComeAtOnceBothJoinTheTicket() {
        var mail = mail();
        var id = ticketOf(mail);
        var boss = "boss-" + UUID.randomUUID() + "@example.org";
        withKey()
                .body("{\"text\":\"To both.\",\"cc\":[\"%s\"]}".formatted(boss))
                .post("/v1/tickets/" + id + "/replies")
                .then()
                .statusCode(201);
        var answer = answer(mail, "claimed", "Yes.");
        var next = next(answer, "claimed", "And thank you.");
        for (var one : List.of(answer, next)) {
            ((ObjectNode) one.at("/contact/sender/handles/0")).put("value", boss);
        }

        takenAtOnce(answer, next);

        ticket(id).body("conversation.items", hasSize(4));
        assertThat(ticketWith(next.at("/contact/contactId").textValue())).isEqualTo(id);
    }

    @ParameterizedTest
    @ValueSource(strings = {"#note", "#Note", "#NOTE", "\u00a0#note", "\u200b\ufeff #nOTE"})
    void whatBeginsWithNoteIsForColleagues(String mark) {
        var mail = mail();
        var id = ticketOf(mail);

        line.recognized(answer(mail, "verified", mark + " She called me, too."));

        await().atMost(Duration.ofSeconds(20))
                .untilAsserted(() -> ticket(id)
                        .body("conversation.items[1].kind", equalTo("NOTE"))
                        .body("conversation.items[1].text", equalTo("She called me, too."))
                        .body("conversation.items[1].author.id", equalTo(agentId)));
    }

    @Test
    void filesGoWithTheReplyAndStayWithTheNoteWhatOnlyTheHtmlShowsGoesToNobody() {
        var mail = mail();
        var id = ticketOf(mail);
        var reply = answer(mail, "verified", "Here it is.");
        var note = answer(mail, "verified", "#note From the archive.");
        for (var one : List.of(reply, note)) {
            var files = ((ObjectNode) one.get("contact")).putArray("attachments");
            files.add(file("offer.pdf", "attachment")).add(file("logo.png", "inline"));
        }

        takenAtOnce(reply, note);

        ticket(id)
                .body("conversation.items[1].attachments.name", contains("offer.pdf"))
                .body("conversation.items[2].kind", equalTo("NOTE"))
                .body("conversation.items[2].attachments.name", contains("offer.pdf", "logo.png"))
                .body("conversation.items[2].original.sha256", equalTo("ab".repeat(32)));
        assertThat(line.data("reply.requested", id, 1).getFirst().at("/attachments"))
                .hasSize(1);
    }

    @Test
    void whoeverIsNotVouchedForIsNotStaff() {
        var mail = mail();
        var id = ticketOf(mail);

        var own = ticketOf(answer(mail, "claimed", "Refund her everything."));

        assertThat(own).isNotEqualTo(id);
        ticket(id).body("conversation.items", hasSize(1));
        ticket(own).body("links[0].ticketId", equalTo(id));
    }

    @Test
    void onAMergedTicketTheyActOnTheOneThatIsLeftWhileTheyMaySeeIt() {
        var call = callFor("technical");
        var left = ticketOf(call);
        var mail = mailAbout(UUID.fromString(call.at("/customer/id").textValue()), UUID.randomUUID());
        merge(ticketOf(mail), left);
        line.recognized(answer(mail, "verified", "It is corrected."));
        await().atMost(Duration.ofSeconds(20)).untilAsserted(() -> ticket(left).body("conversation.items", hasSize(3)));

        restricted(true);
        try {
            assertThat(ticketOf(answer(mail, "verified", "Not for me."))).isNotEqualTo(left);
            admin().get("/v1/tickets/" + left).then().body("conversation.items", hasSize(3));
        } finally {
            restricted(false);
        }
    }

    @Test
    void whatCannotGoOutIsKeptAsANoteThatSaysWhy() {
        var mail = mail();
        var id = ticketOf(mail);
        status(id, "RESOLVED").statusCode(200);
        status(id, "CLOSED").statusCode(200);
        var answer = answer(mail, "verified", "It is corrected.");
        ((ObjectNode) answer.get("contact")).putArray("attachments").add(file("offer.pdf", "attachment"));

        line.recognized(answer);

        await().atMost(Duration.ofSeconds(20))
                .untilAsserted(() -> ticket(id)
                        .body("conversation.items[1].kind", equalTo("NOTE"))
                        .body("conversation.items[1].text", containsString("was not sent"))
                        .body("conversation.items[1].attachments.name", contains("offer.pdf"))
                        .body("conversation.items[1].text", containsString("It is corrected.")));
    }

    private void takenAtOnce(ObjectNode... contacts) {
        intake.take(Stream.of(contacts)
                .map(contact -> new Arrived<>(
                        contact.at("/contact/entryId").textValue(),
                        "path",
                        json.convertValue(contact, RecognizedContact.class)))
                .toList());
    }

    private ObjectNode answer(ObjectNode mail, String verification, String text) {
        var answer = mailAbout(UUID.randomUUID(), UUID.randomUUID());
        from(answer, verification, text);
        ((ObjectNode) answer.get("issue"))
                .put("relatedIssueId", mail.at("/issue/id").textValue());
        return answer;
    }

    /** Of the same sender, on the issue that recognition has given them. */
    private ObjectNode next(ObjectNode answer, String verification, String text) {
        var next = mailAbout(
                UUID.fromString(answer.at("/customer/id").textValue()),
                UUID.fromString(answer.at("/issue/id").textValue()));
        from(next, verification, text);
        return next;
    }

    private ObjectNode file(String name, String disposition) {
        return json.createObjectNode()
                .put("id", name)
                .put("name", name)
                .put("mediaType", "application/pdf")
                .put("size", 7)
                .put("sha256", "cd".repeat(32))
                .put("disposition", disposition);
    }

    private static void merge(String id, String into) {
        agent().header("If-Match", etag(id))
                .body("{\"into\":\"%s\",\"reason\":\"The same\"}".formatted(into))
                .put("/v1/tickets/" + id + "/merge")
                .then()
                .statusCode(200);
    }

    private static void restricted(boolean restricted) {
        admin().header("If-Match", "*")
                .body("{\"restricted\":%b,\"agents\":[],\"roles\":[]}".formatted(restricted))
                .put("/v1/queues/technical/access")
                .then()
                .statusCode(200);
    }

    /** As recognition says it of a mail whose headers name one that it knows. */
    private static void inThread(ObjectNode mail) {
        evidence(mail, "thread");
    }

    private static void evidence(ObjectNode mail, String kind) {
        ((ObjectNode) mail.at("/issue/evidence/0")).put("kind", kind);
    }

    private void from(ObjectNode mail, String verification, String text) {
        ((ObjectNode) mail.at("/contact/sender/handles/0"))
                .put("value", address)
                .put("raw", address)
                .put("verification", verification);
        ((ObjectNode) mail.get("contact")).put("text", text + "\n\n> quoted").put("visibleText", text);
        ((ObjectNode) mail.get("contact")).putArray("attachments");
    }
}
