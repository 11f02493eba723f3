package io.carryon.ticketing.callbacks;

import static io.carryon.ticketing.calls.CallFixtures.answered;
import static io.carryon.ticketing.calls.CallFixtures.arrived;
import static io.carryon.ticketing.calls.CallFixtures.callback;
import static io.carryon.ticketing.calls.CallFixtures.contactOf;
import static io.carryon.ticketing.calls.CallFixtures.ended;
import static io.carryon.ticketing.calls.CallFixtures.told;
import static io.carryon.ticketing.line.Desk.agent;
import static io.carryon.ticketing.line.Desk.ticket;
import static io.carryon.ticketing.line.Desk.ticketOf;
import static io.carryon.ticketing.line.RecognizedFixtures.call;
import static io.carryon.ticketing.line.RecognizedFixtures.callFor;
import static org.hamcrest.Matchers.containsString;
import static org.hamcrest.Matchers.equalTo;
import static org.hamcrest.Matchers.hasItem;
import static org.hamcrest.Matchers.nullValue;

import com.fasterxml.jackson.databind.node.ObjectNode;
import io.carryon.ticketing.calls.CallIntake;
import io.quarkus.test.junit.QuarkusTest;
import io.restassured.response.ValidatableResponse;
import jakarta.inject.Inject;
import java.util.UUID;
import org.junit.jupiter.api.Test;

@QuarkusTest
class CallbackComponentTest {

    @Inject
    CallIntake intake;

    private final ObjectNode call = callFor("billing");
    private final UUID contact = contactOf(call);
    private final UUID wish = UUID.randomUUID();

    @Test
    void aCallbackIsWorkUntilStaffSayWhatBecameOfIt() {
        var ticket = ticketOf(call);
        intake.take(arrived(callback(contact, 2, wish, "requested"), ended(contact, 3, "abandoned-in-queue")));

        ticket(ticket).body("callback.id", equalTo(wish.toString())).body("callback.number", equalTo("+4930123456"));
        agent().get("/v1/calls/" + contact).then().body("callback.state", equalTo("requested"));
        agent().get("/v1/callbacks?queue=billing&state=requested&limit=100")
                .then()
                .statusCode(200)
                .body("items.id", hasItem(wish.toString()));

        var etag = get(wish).extract().header("ETag");
        settle(wish, null, "done").statusCode(428);
        settle(wish, "\"99\"", "done").statusCode(412);
        settle(wish, etag, "requested").statusCode(400);
        settle(wish, etag, "done")
                .statusCode(200)
                .body("state", equalTo("done"))
                .body("settledBy", equalTo("agent-1"));
        settle(wish, etag, "done").statusCode(200).body("revision", equalTo(2));
        settle(wish, etag, "failed").statusCode(412).body("detail", containsString("\"2\""));
        settle(wish, "*", "failed").statusCode(409);

        ticket(ticket).body("callback", nullValue());
        agent().get("/v1/tickets/" + ticket + "/events")
                .then()
                .body("items.type", hasItem("CALLBACK_CHANGED"))
                .body("items[-1].data.state", equalTo("done"))
                .body("items[-1].actor.id", equalTo("agent-1"));
    }

    @Test
    void anOlderWordChangesNothing() {
        ticketOf(call);
        intake.take(arrived(callback(contact, 5, wish, "cancelled")));

        intake.take(arrived(callback(contact, 4, wish, "requested")));

        get(wish).body("state", equalTo("cancelled"));
    }

    @Test
    void whoAsksAgainAfterItWasSettledIsCalledBack() {
        var ticket = ticketOf(call);
        var before = callback(contact, 4, wish, "moved");
        intake.take(arrived(callback(contact, 3, wish, "requested")));
        settle(wish, "*", "failed").statusCode(200);

        intake.take(arrived(before));
        get(wish).body("state", equalTo("failed"));
        intake.take(arrived(callback(contact, 5, wish, "requested")));

        get(wish).body("state", equalTo("requested")).body("note", nullValue()).body("settledBy", nullValue());
        ticket(ticket).body("callback.id", equalTo(wish.toString()));
    }

    @Test
    void anOfferThatWasWithdrawnIsMadeAgainWhenTheNextCallIsLostToo() {
        var ticket = ticketOf(call);
        intake.take(arrived(callback(contact, 3, wish, "offered"), answered(contact, 4, "agent-7")));
        get(wish).body("state", equalTo("withdrawn"));

        var again = secondCall();
        intake.take(arrived(callback(again, 3, wish, "offered")));

        ticket(ticket).body("callback.id", equalTo(wish.toString())).body("callback.state", equalTo("offered"));
    }

    @Test
    void aCallbackIsAskedForMovedAndCancelledInAnotherCallThanItsFirst() {
        var ticket = ticketOf(call);
        intake.take(arrived(
                told(contact, 1, "waiting", ""),
                ended(contact, 2, "abandoned-in-queue"),
                callback(contact, 3, wish, "offered")));
        var late = callback(contact, 9, wish, "cancelled");

        var again = secondCall();
        intake.take(arrived(told(again, 1, "waiting", ""), callback(again, 2, wish, "requested")));
        get(wish).body("state", equalTo("requested")).body("contactId", equalTo(again.toString()));
        intake.take(arrived(late));
        ticket(ticket).body("callback.state", equalTo("requested"));

        intake.take(arrived(callback(again, 3, wish, "cancelled")));
        get(wish).body("state", equalTo("cancelled"));
    }

    @Test
    void aTicketHasOneLiveCallback() {
        var ticket = ticketOf(call);
        var lost = UUID.randomUUID();
        var later = UUID.randomUUID();
        intake.take(arrived(callback(contact, 2, lost, "offered"), callback(contact, 3, wish, "requested")));
        get(lost).body("state", equalTo("withdrawn"));

        intake.take(arrived(callback(contact, 4, later, "offered")));

        get(later).body("state", equalTo("withdrawn"));
        ticket(ticket).body("callback.id", equalTo(wish.toString()));
    }

    @Test
    void anOfferIsWithdrawnWhenTheCallerReachesSomebody() {
        var ticket = ticketOf(call);
        intake.take(arrived(ended(contact, 2, "abandoned-in-queue"), callback(contact, 3, wish, "offered")));
        ticket(ticket).body("callback.state", equalTo("offered"));

        var again = secondCall();
        intake.take(arrived(answered(again, 1, "agent-7")));

        get(wish).body("state", equalTo("withdrawn"));
        ticket(ticket).body("callback", nullValue());
    }

    @Test
    void whatIsNotThereIsNotFound() {
        agent().get("/v1/callbacks/" + UUID.randomUUID()).then().statusCode(404);
        settle(UUID.randomUUID(), "*", "done").statusCode(404);
        agent().get("/v1/callbacks?state=lost").then().statusCode(400);
        agent().get("/v1/callbacks?cursor=x").then().statusCode(400);
    }

    /** The customer calls again about the same. */
    private UUID secondCall() {
        var again = call(
                UUID.fromString(call.at("/customer/id").textValue()),
                UUID.fromString(call.at("/issue/id").textValue()));
        ticketOf(again);
        return contactOf(again);
    }

    private static ValidatableResponse get(UUID id) {
        return agent().get("/v1/callbacks/" + id).then().statusCode(200);
    }

    private static ValidatableResponse settle(UUID id, String ifMatch, String state) {
        var request = agent().body("{\"state\":\"%s\",\"note\":\"Reached her.\"}".formatted(state));
        return (ifMatch == null ? request : request.header("If-Match", ifMatch))
                .put("/v1/callbacks/" + id)
                .then();
    }
}
