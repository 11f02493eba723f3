package io.carryon.ticketing.linking;

import static io.carryon.ticketing.calls.CallFixtures.arrived;
import static io.carryon.ticketing.calls.CallFixtures.callback;
import static io.carryon.ticketing.calls.CallFixtures.contactOf;
import static io.carryon.ticketing.line.Desk.agent;
import static io.carryon.ticketing.line.Desk.ticket;
import static io.carryon.ticketing.line.Desk.ticketOf;
import static io.carryon.ticketing.line.RecognizedFixtures.call;
import static io.carryon.ticketing.linking.LinkedFixtures.issueOf;
import static io.carryon.ticketing.linking.LinkedFixtures.linked;
import static io.carryon.ticketing.linking.LinkedFixtures.publish;
import static org.awaitility.Awaitility.await;
import static org.hamcrest.Matchers.equalTo;

import io.carryon.ticketing.calls.CallIntake;
import io.quarkus.test.junit.QuarkusTest;
import jakarta.inject.Inject;
import java.time.Duration;
import java.util.UUID;
import org.junit.jupiter.api.Test;

@QuarkusTest
class MovedCallbackComponentTest {

    @Inject
    CallIntake intake;

    @Test
    void ofTwoCallbacksThatComeTogetherOnATicketTheOneAskedForStays() {
        var customer = UUID.randomUUID();
        var lost = call(customer, UUID.randomUUID());
        var asking = call(customer, UUID.randomUUID());
        var survivor = ticketOf(lost);
        ticketOf(asking);
        var offered = UUID.randomUUID();
        var requested = UUID.randomUUID();
        intake.take(arrived(
                callback(contactOf(asking), 2, requested, "requested"),
                callback(contactOf(lost), 2, offered, "offered")));

        publish(linked(asking, issueOf(lost), "AGENT_CONFIRMED"));

        await().atMost(Duration.ofSeconds(15))
                .untilAsserted(
                        () -> agent().get("/v1/callbacks/" + offered).then().body("state", equalTo("withdrawn")));
        ticket(survivor).body("callback.id", equalTo(requested.toString()));
    }
}
