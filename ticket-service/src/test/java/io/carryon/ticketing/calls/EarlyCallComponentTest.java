package io.carryon.ticketing.calls;

import static io.carryon.ticketing.calls.CallFixtures.answered;
import static io.carryon.ticketing.calls.CallFixtures.arrived;
import static io.carryon.ticketing.calls.CallFixtures.callback;
import static io.carryon.ticketing.calls.CallFixtures.contactOf;
import static io.carryon.ticketing.calls.CallFixtures.ended;
import static io.carryon.ticketing.calls.CallFixtures.knows;
import static io.carryon.ticketing.calls.CallFixtures.told;
import static io.carryon.ticketing.line.Desk.agent;
import static io.carryon.ticketing.line.Desk.ticket;
import static io.carryon.ticketing.line.Desk.ticketOf;
import static io.carryon.ticketing.line.Desk.ticketWith;
import static io.carryon.ticketing.line.RecognizedFixtures.callFor;
import static io.carryon.ticketing.line.RecognizedFixtures.mail;
import static org.assertj.core.api.Assertions.assertThat;
import static org.hamcrest.Matchers.equalTo;
import static org.hamcrest.Matchers.nullValue;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.ObjectNode;
import io.carryon.ticketing.line.CountedStatements;
import io.carryon.ticketing.line.Line;
import io.carryon.ticketing.outbox.TicketLog;
import io.quarkus.narayana.jta.QuarkusTransaction;
import io.quarkus.test.junit.QuarkusTest;
import io.restassured.response.ValidatableResponse;
import jakarta.inject.Inject;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.UUID;
import java.util.stream.Stream;
import javax.sql.DataSource;
import org.hibernate.SessionFactory;
import org.junit.jupiter.api.Test;

/** The phone tells of calls whose contacts are still on their way: after an outage, of calls that are long over. */
@QuarkusTest
class EarlyCallComponentTest {

    @Inject
    CallIntake intake;

    @Inject
    CountedCalls counted;

    @Inject
    TicketLog log;

    @Inject
    DataSource database;

    @Inject
    SessionFactory hibernate;

    @Test
    void whoHungUpBeforeTheirContactCameIsOfferedToNobodyAndStandsInNobodysWay() {
        var before = position(callFor("technical"));
        var lost = callFor("technical");
        var contact = contactOf(lost);
        intake.take(arrived(
                told(contact, 1, "waiting", ""),
                ended(contact, 2, "abandoned-in-queue"),
                callback(contact, 3, UUID.randomUUID(), "offered")));

        var ticket = ticketOf(lost);

        call(contact).body("state", equalTo("abandoned")).body("offeredAt", nullValue());
        ticket(ticket).body("callback.state", equalTo("offered"));
        assertThat(opened(ticket).has("offer")).isFalse();
        assertThat(position(callFor("technical"))).isEqualTo(before + 1);
    }

    @Test
    void whoeverSpeaksWithSomebodyAlreadyIsOfferedToNobodyElse() {
        knows("agent-7");
        var call = callFor("technical");
        var contact = contactOf(call);
        intake.take(arrived(told(contact, 1, "waiting", ""), answered(contact, 2, "agent-7")));

        var ticket = ticketOf(call);

        call(contact).body("state", equalTo("answered"));
        ticket(ticket).body("owner", equalTo("agent-7"));
        assertThat(opened(ticket).has("offer")).isFalse();
    }

    @Test
    void whatComesBeforeItsContactIsKeptAndWhatNeverHasOneIsInNobodysWay() {
        knows("agent-7");
        var call = callFor("billing");
        var contact = contactOf(call);
        intake.take(arrived(answered(contact, 2, "agent-7")));
        intake.take(arrived(answered(UUID.randomUUID(), 1, "agent-7"), told(contact, 3, "held", "")));
        agent().get("/v1/calls/" + contact).then().statusCode(404);

        var ticket = ticketOf(call);

        call(contact).body("state", equalTo("answered")).body("hold.reason", equalTo(""));
        ticket(ticket).body("owner", equalTo("agent-7"));
    }

    @Test
    void aCallThatCameLongerAgoThanAnybodyWaitsIsOfferedToNobody() {
        var call = callFor("technical");
        ((ObjectNode) call.get("contact"))
                .put("receivedAt", Instant.now().minus(Duration.ofHours(3)).toString());

        var ticket = ticketOf(call);

        call(contactOf(call)).body("position", nullValue());
        assertThat(opened(ticket).has("offer")).isFalse();
    }

    @Test
    void theNumberOfStatementsDoesNotGrowWithWhatIsTold() {
        List.of("agent-7", "agent-8").forEach(CallFixtures::knows);
        var few = statements(calls(2));
        var many = statements(calls(24));

        assertThat(many).isLessThanOrEqualTo(few + 2);
    }

    private long statements(List<UUID> contacts) {
        var statements = new CountedStatements(database, hibernate);
        var intake = counted.intake(statements.database(), log);
        var told = contacts.stream()
                .flatMap(contact -> Stream.of(
                        told(contact, 1, "waiting", ""),
                        answered(contact, 2, contact.hashCode() % 2 == 0 ? "agent-7" : "agent-8"),
                        callback(contact, 3, UUID.randomUUID(), "requested"),
                        ended(contact, 4, "answered"),
                        told(UUID.randomUUID(), 1, "waiting", "")))
                .toArray(ObjectNode[]::new);
        QuarkusTransaction.requiringNew().run(() -> intake.take(arrived(told)));
        return statements.count();
    }

    private static List<UUID> calls(int count) {
        var calls = Stream.generate(() -> callFor("billing")).limit(count).toList();
        calls.forEach(Line.open()::recognized);
        calls.forEach(call -> ticketWith(contactOf(call).toString()));
        return calls.stream().map(CallFixtures::contactOf).toList();
    }

    private static int position(ObjectNode call) {
        return opened(ticketOf(call)).at("/offer/position").intValue();
    }

    private static JsonNode opened(String ticket) {
        return Line.open().data("ticket.changed", ticket, 1).getFirst();
    }

    @Test
    void whoAskedInWritingToBeCalledBackHasNotCalled() {
        var written = mail();
        var ticket = ticketOf(written);

        intake.take(arrived(callback(contactOf(written), 1, UUID.randomUUID(), "requested")));

        ticket(ticket).body("callback.state", equalTo("requested"));
        agent().get("/v1/calls/" + contactOf(written)).then().statusCode(404);
    }

    private static ValidatableResponse call(UUID contact) {
        return agent().get("/v1/calls/" + contact).then().statusCode(200);
    }
}
