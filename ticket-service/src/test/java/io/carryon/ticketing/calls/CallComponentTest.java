package io.carryon.ticketing.calls;

import static io.carryon.ticketing.calls.CallFixtures.answered;
import static io.carryon.ticketing.calls.CallFixtures.arrived;
import static io.carryon.ticketing.calls.CallFixtures.contactOf;
import static io.carryon.ticketing.calls.CallFixtures.ended;
import static io.carryon.ticketing.calls.CallFixtures.publish;
import static io.carryon.ticketing.calls.CallFixtures.told;
import static io.carryon.ticketing.line.Desk.agent;
import static io.carryon.ticketing.line.Desk.status;
import static io.carryon.ticketing.line.Desk.ticket;
import static io.carryon.ticketing.line.Desk.ticketOf;
import static io.carryon.ticketing.line.RecognizedFixtures.callFor;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.awaitility.Awaitility.await;
import static org.hamcrest.Matchers.equalTo;
import static org.hamcrest.Matchers.everyItem;
import static org.hamcrest.Matchers.greaterThanOrEqualTo;
import static org.hamcrest.Matchers.hasItem;
import static org.hamcrest.Matchers.hasSize;
import static org.hamcrest.Matchers.not;
import static org.hamcrest.Matchers.nullValue;

import com.fasterxml.jackson.databind.node.ObjectNode;
import io.carryon.ticketing.contracts.Contract;
import io.carryon.ticketing.inbox.UnreadableEventException;
import io.carryon.ticketing.line.Line;
import io.quarkus.test.junit.QuarkusTest;
import io.restassured.RestAssured;
import io.restassured.response.ValidatableResponse;
import jakarta.inject.Inject;
import java.time.Duration;
import java.util.List;
import java.util.UUID;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

@QuarkusTest
class CallComponentTest {

    private static final Duration PATIENCE = Duration.ofSeconds(20);

    @Inject
    CallIntake intake;

    @BeforeEach
    void staffHaveToldOfThemselves() {
        List.of("agent-7", "agent-8").forEach(CallFixtures::knows);
    }

    @Test
    void aCallPopsWithAllThatIsKnownBeforeAnybodyAnswers() {
        var call = callFor("billing");
        call.set("question", Line.json("""
                {"language":"en","kind":"general","text":"Is it about the invoice?","disclosable":true,"general":"?"}"""));
        var ticket = ticketOf(call);

        call(contactOf(call))
                .body("state", equalTo("waiting"))
                .body("queue", equalTo("billing"))
                .body("caller", equalTo("+4930123456"))
                .body("ticket.id", equalTo(ticket))
                .body("customer.name", equalTo("Maria Weber"))
                .body("phone.menuPath", equalTo(List.of("1", "0")))
                .body("question.text", equalTo("Is it about the invoice?"))
                .body("card.contactCount", equalTo(2))
                .body("position", greaterThanOrEqualTo(1))
                .body("agent", nullValue());
        agent().get("/v1/calls?state=waiting&queue=billing&limit=100")
                .then()
                .statusCode(200)
                .body("items.contactId", hasItem(contactOf(call).toString()))
                .body("items.card", everyItem(nullValue()));
        agent().get("/v1/calls?state=waiting&queue=technical&limit=100")
                .then()
                .body("items.contactId", not(hasItem(contactOf(call).toString())));
    }

    @Test
    void beforeItsTicketIsMadeItIsSaidWhenToAskAgain() {
        agent().get("/v1/calls/" + UUID.randomUUID())
                .then()
                .statusCode(404)
                .header("Retry-After", "1")
                .body("type", equalTo("urn:carryon:problem:not-here-yet"));
        RestAssured.given()
                .header("Authorization", Line.bearer("portal", "service"))
                .get("/v1/calls/" + UUID.randomUUID())
                .then()
                .statusCode(403);
        agent().get("/v1/calls?state=lost").then().statusCode(400).body("errors[0].pointer", equalTo("state"));
        agent().get("/v1/calls?cursor=x").then().statusCode(400);
    }

    @Test
    void whoAnswersOwnsTheTicketAndItsHistorySaysHowItWent() {
        var call = callFor("billing");
        var contact = contactOf(call);
        var ticket = ticketOf(call);

        publish(told(contact, 2, "answered", "\"agent\":{\"id\":\"agent-7\",\"name\":\"Ann\"},\"waitSec\":17"));
        publish(told(contact, 3, "held", "\"reason\":\"looking it up\""));
        await().atMost(PATIENCE).untilAsserted(() -> call(contact).body("hold.reason", equalTo("looking it up")));
        publish(ended(contact, 5, "answered"));
        await().atMost(PATIENCE).untilAsserted(() -> call(contact).body("state", equalTo("ended")));

        call(contact)
                .body("agent.id", equalTo("agent-7"))
                .body("waitSec", equalTo(17))
                .body("talkSec", greaterThanOrEqualTo(0))
                .body("outcome", equalTo("answered"))
                .body("hold", nullValue());
        ticket(ticket).body("owner", equalTo("agent-7")).body("status", equalTo("OPEN"));
        agent().get("/v1/tickets/" + ticket + "/events")
                .then()
                .body("items.type", equalTo(List.of("OPENED", "CALL_ANSWERED", "ASSIGNED", "CALL_ENDED")))
                .body("items[1].actor.id", equalTo("agent-7"))
                .body("items[3].data.waitSec", equalTo(17))
                .body("items[3].data.outcome", equalTo("answered"));
        assertThat(Line.open().data("ticket.changed", ticket, 4))
                .allSatisfy(change -> Contract.named("ticket.changed").accepts(change));
    }

    @Test
    void whatIsToldTwiceOrLateChangesNothing() {
        var call = callFor("billing");
        var contact = contactOf(call);
        var ticket = ticketOf(call);
        intake.take(arrived(answered(contact, 4, "agent-7"), answered(contact, 4, "agent-7")));

        intake.take(arrived(answered(contact, 4, "agent-7")));
        intake.take(arrived(told(contact, 3, "waiting", ""), answered(contact, 2, "agent-8")));

        call(contact).body("state", equalTo("answered")).body("agent.id", equalTo("agent-7"));
        agent().get("/v1/tickets/" + ticket + "/events").then().body("items", hasSize(3));
    }

    @Test
    void anAnswerThatIsToldAfterTheEndIsNotLost() {
        var call = callFor("billing");
        var contact = contactOf(call);
        var ticket = ticketOf(call);

        intake.take(arrived(ended(contact, 2, "abandoned-in-queue"), answered(contact, 3, "agent-7")));

        call(contact).body("state", equalTo("ended")).body("agent.id", equalTo("agent-7"));
        ticket(ticket).body("owner", equalTo("agent-7"));
    }

    @Test
    void aNameOfTheTelephoneSystemsIsShownAndOwnsNothing() {
        var call = callFor("billing");
        var contact = contactOf(call);
        var ticket = ticketOf(call);

        intake.take(arrived(answered(contact, 2, "+4930999999")));

        call(contact)
                .body("state", equalTo("answered"))
                .body("agent.id", nullValue())
                .body("agent.name", equalTo("+4930999999"));
        ticket(ticket).body("owner", nullValue()).body("status", equalTo("OPEN"));
    }

    @Test
    void aHoldThatIsToldAfterTheEndHoldsNobody() {
        var call = callFor("billing");
        var contact = contactOf(call);
        ticketOf(call);

        intake.take(
                arrived(answered(contact, 2, "agent-7"), ended(contact, 3, "answered"), told(contact, 4, "held", "")));

        call(contact).body("state", equalTo("ended")).body("hold", nullValue());
    }

    @Test
    void aTicketThatIsOwnedStaysWithItsOwner() {
        var call = callFor("billing");
        var contact = contactOf(call);
        var ticket = ticketOf(call);
        intake.take(arrived(answered(contact, 2, "agent-7"), told(contact, 3, "transferred", "\"to\":\"102\"")));

        intake.take(arrived(answered(contact, 4, "agent-8")));

        call(contact).body("agent.id", equalTo("agent-8")).body("transferredTo", equalTo("102"));
        ticket(ticket).body("owner", equalTo("agent-7"));
    }

    @Test
    void aChangeWithoutWhatItNeedsIsRefused() {
        var broken = told(UUID.randomUUID(), 1, "callback", "");

        assertThatThrownBy(() -> intake.take(arrived(broken))).isInstanceOf(UnreadableEventException.class);
    }

    @Test
    void recordingsAndTranscriptsOfLaterEntriesAreShownWithTheCall() {
        var call = callFor("billing");
        var ticket = ticketOf(call);
        var later = call.deepCopy();
        var entry = UUID.randomUUID().toString();
        ((ObjectNode) later.get("contact"))
                .put("entryId", entry)
                .put("sequence", 1)
                .put("text", "It is still wrong.")
                .set("phone", Line.json("""
                        {"callId":"c-1","menuPath":[],"collected":{},"trigger":null,"transcript":true,"recordings":[
                         {"recordingId":"r-1","url":"https://pbx.example.org/r-1","durationSec":12,"kind":"VOICEMAIL"}]}"""));

        Line.open().recognized(later);
        ticketOf(call);

        await().atMost(PATIENCE)
                .untilAsserted(() -> call(contactOf(call))
                        .body("recordings[0].recordingId", equalTo("r-1"))
                        .body("transcripts[0].text", equalTo("It is still wrong."))
                        .body("transcripts[0].entryId", equalTo(entry)));
        ticket(ticket)
                .body("conversation.items", hasSize(2))
                .body("conversation.items[1].phone.recordings[0].durationSec", equalTo(12));
    }

    @Test
    void aRecordingThatComesAfterTheTicketWasClosedOpensNothing() {
        var call = callFor("billing");
        var ticket = ticketOf(call);
        status(ticket, "RESOLVED").statusCode(200);
        status(ticket, "CLOSED").statusCode(200);
        var later = call.deepCopy();
        ((ObjectNode) later.get("contact"))
                .put("entryId", UUID.randomUUID().toString())
                .put("sequence", 1);

        Line.open().recognized(later);

        await().atMost(PATIENCE).untilAsserted(() -> ticket(ticket).body("conversation.items", hasSize(2)));
        ticket(ticket).body("status", equalTo("CLOSED"));
        agent().get("/v1/tickets?contactId=" + contactOf(call)).then().body("items", hasSize(1));
    }

    private static ValidatableResponse call(UUID contact) {
        return agent().get("/v1/calls/" + contact).then().statusCode(200);
    }
}
