package io.carryon.ticketing.calls;

import static io.carryon.ticketing.calls.CallFixtures.arrived;
import static io.carryon.ticketing.calls.CallFixtures.callback;
import static io.carryon.ticketing.calls.CallFixtures.contactOf;
import static io.carryon.ticketing.calls.CallFixtures.told;
import static io.carryon.ticketing.customers.CustomerFixtures.erased;
import static io.carryon.ticketing.line.Desk.agent;
import static io.carryon.ticketing.line.Desk.ticket;
import static io.carryon.ticketing.line.Desk.ticketOf;
import static io.carryon.ticketing.line.RecognizedFixtures.callFor;
import static org.assertj.core.api.Assertions.assertThat;
import static org.hamcrest.Matchers.equalTo;
import static org.hamcrest.Matchers.nullValue;

import com.fasterxml.jackson.databind.node.ObjectNode;
import io.carryon.ticketing.customers.CustomerFixtures;
import io.carryon.ticketing.customers.CustomerIntake;
import io.carryon.ticketing.inbox.EarlyEvents;
import io.carryon.ticketing.line.Line;
import io.quarkus.narayana.jta.QuarkusTransaction;
import io.quarkus.test.junit.QuarkusTest;
import jakarta.inject.Inject;
import java.util.List;
import java.util.UUID;
import org.junit.jupiter.api.Test;

@QuarkusTest
class CallErasureComponentTest {

    @Inject
    CallIntake intake;

    @Inject
    CustomerIntake customers;

    @Inject
    EarlyEvents<CallChanged> early;

    private final ObjectNode call = callFor("billing");
    private final UUID contact = contactOf(call);
    private final UUID customer = UUID.fromString(call.at("/customer/id").textValue());

    @Test
    void nothingThePhoneToldOfAnErasedCustomerIsLeftButStatesAndTimes() {
        var wish = UUID.randomUUID();
        call.set("question", Line.json("{\"text\":\"About Maria's invoice?\"}"));
        var ticket = ticketOf(call);
        intake.take(arrived(
                callback(contact, 2, wish, "requested"),
                told(contact, 3, "transferred", "\"to\":\"+4930555555\""),
                told(contact, 4, "held", "\"reason\":\"looks for Maria's invoice\"")));
        agent().header("If-Match", "*")
                .body("{\"state\":\"done\",\"note\":\"Maria was angry.\"}")
                .put("/v1/callbacks/" + wish)
                .then()
                .statusCode(200);

        customers.take(CustomerFixtures.arrived(erased(customer)));

        var left = agent().get("/v1/calls/" + contact).asString()
                + agent().get("/v1/callbacks/" + wish).asString()
                + agent().get("/v1/tickets/" + ticket + "/events").asString();
        assertThat(left).doesNotContain("Maria", "+4930123456", "+4930555555");
        agent().get("/v1/callbacks/" + wish).then().body("state", equalTo("done"));
        agent().get("/v1/calls/" + contact).then().body("state", equalTo("waiting"));
    }

    @Test
    void nobodyCallsBackWhoWasErased() {
        var wish = UUID.randomUUID();
        var ticket = ticketOf(call);
        intake.take(arrived(callback(contact, 2, wish, "requested")));

        customers.take(CustomerFixtures.arrived(erased(customer)));

        agent().get("/v1/callbacks/" + wish).then().body("state", equalTo("withdrawn"));
        ticket(ticket).body("callback", nullValue());
        agent().get("/v1/tickets/" + ticket + "/events")
                .then()
                .body("items.findAll { it.type == 'CALLBACK_CHANGED' }[-1].data.state", equalTo("withdrawn"));
    }

    @Test
    void whatIsToldAfterTheErasureBringsNothingBack() {
        var wish = UUID.randomUUID();
        var ticket = ticketOf(call);
        customers.take(CustomerFixtures.arrived(erased(customer)));

        intake.take(arrived(
                told(contact, 2, "waiting", ""),
                callback(contact, 3, wish, "offered"),
                told(contact, 4, "transferred", "\"to\":\"+4930555555\"")));

        var left = agent().get("/v1/calls/" + contact).asString()
                + agent().get("/v1/callbacks/" + wish).asString()
                + agent().get("/v1/tickets/" + ticket + "/events").asString();
        assertThat(left).doesNotContain("+4930123456", "+4930555555");
    }

    @Test
    void whatWasToldOfAContactThatHasNotComeIsErasedWithIt() {
        intake.take(arrived(CallFixtures.answered(contact, 1, "agent-7")));

        customers.take(CustomerFixtures.arrived(erased(customer, contact)));

        assertThat(QuarkusTransaction.requiringNew().call(() -> early.take(List.of(contact))))
                .isEmpty();
    }
}
