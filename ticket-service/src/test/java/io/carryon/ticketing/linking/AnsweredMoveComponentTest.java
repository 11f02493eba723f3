package io.carryon.ticketing.linking;

import static io.carryon.ticketing.calls.CallFixtures.answered;
import static io.carryon.ticketing.calls.CallFixtures.arrived;
import static io.carryon.ticketing.calls.CallFixtures.ended;
import static io.carryon.ticketing.calls.CallFixtures.knows;
import static io.carryon.ticketing.line.Desk.ticket;
import static io.carryon.ticketing.line.Desk.ticketOf;
import static io.carryon.ticketing.line.RecognizedFixtures.call;
import static io.carryon.ticketing.linking.LinkedFixtures.issueOf;
import static io.carryon.ticketing.linking.LinkedFixtures.linked;
import static org.hamcrest.Matchers.equalTo;
import static org.hamcrest.Matchers.nullValue;

import com.fasterxml.jackson.databind.node.ObjectNode;
import io.carryon.ticketing.calls.CallFixtures;
import io.carryon.ticketing.calls.CallIntake;
import io.carryon.ticketing.ticket.Actor;
import io.quarkus.narayana.jta.QuarkusTransaction;
import io.quarkus.test.junit.QuarkusTest;
import jakarta.inject.Inject;
import java.time.Instant;
import java.util.UUID;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

/** Who speaks with the caller learns that the call is about something else than it seemed. */
@QuarkusTest
class AnsweredMoveComponentTest {

    @Inject
    CallIntake intake;

    @Inject
    LinkIntake links;

    private final UUID customer = UUID.randomUUID();
    private final ObjectNode earlier = call(customer, UUID.randomUUID());
    private final ObjectNode answered = call(customer, UUID.randomUUID());
    private final UUID contact = CallFixtures.contactOf(answered);
    private String target;

    @BeforeEach
    void anAgentAnswersTheSecondCall() {
        knows("agent-7");
        target = ticketOf(earlier);
        ticketOf(answered);
        intake.take(arrived(answered(contact, 2, "agent-7")));
    }

    @Test
    void theTicketThatTheCallIsBroughtToIsTheirs() {
        continued();

        ticket(target)
                .body("owner", equalTo("agent-7"))
                .body("status", equalTo("OPEN"))
                .body("workflow.code", equalTo("open"));
    }

    @Test
    void whoOwnsTheTicketAlreadyKeepsIt() {
        knows("agent-8");
        intake.take(arrived(answered(CallFixtures.contactOf(earlier), 2, "agent-8")));

        continued();

        ticket(target).body("owner", equalTo("agent-8"));
    }

    @Test
    void aCallThatIsOverBringsNobody() {
        intake.take(arrived(ended(contact, 3, "answered")));

        continued();

        ticket(target).body("owner", nullValue());
    }

    private void continued() {
        var word = linked(answered, issueOf(earlier), "AGENT_CONFIRMED");
        QuarkusTransaction.requiringNew()
                .run(() -> links.take(new LinkAct(
                        word.get("actId").textValue(),
                        contact,
                        UUID.fromString(issueOf(earlier)),
                        customer,
                        "AGENT_CONFIRMED",
                        Actor.staff("agent-7", "Ann"),
                        Instant.now(),
                        null)));
    }
}
