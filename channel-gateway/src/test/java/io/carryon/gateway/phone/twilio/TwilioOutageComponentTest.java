package io.carryon.gateway.phone.twilio;

import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

import io.carryon.gateway.phone.line.Deadline;
import io.carryon.gateway.phone.menu.WalkState;
import io.carryon.gateway.storage.Sql;
import io.carryon.gateway.testing.BrokerWire;
import io.carryon.gateway.testing.CutStackResource;
import io.carryon.gateway.testing.DatabaseWire;
import io.carryon.gateway.testing.Line;
import io.quarkus.arc.ClientProxy;
import io.quarkus.test.common.WithTestResource;
import io.quarkus.test.junit.QuarkusMock;
import io.quarkus.test.junit.QuarkusTest;
import jakarta.inject.Inject;
import java.time.Duration;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;

@QuarkusTest
@WithTestResource(CutStackResource.class)
class TwilioOutageComponentTest {

    @Inject
    Sql sql;

    @Inject
    PersonSought person;

    @Inject
    TwilioConnections connections;

    @AfterEach
    void mend() {
        BrokerWire.mend();
        DatabaseWire.mend();
        await().atMost(Duration.ofSeconds(30))
                .ignoreExceptions()
                .until(() -> sql.first("select 1", row -> 1).isPresent());
    }

    @Test
    void withoutADatabaseTheMenuIsWalkedToThePersonWithNothingLost() {
        DatabaseWire.cut();

        var call = Twilio.call().begin().press("1").press("1004275");

        assertThat(call.verbs()).contains("Enqueue");
        var entry = Line.entriesOf(call.contactId(), 1).getFirst();
        assertThat(entry.at("/phone/menuPath").toString()).isEqualTo("[\"root\",\"existing-ticket\"]");
        assertThat(entry.at("/phone/collected/ticketNumber").asText()).isEqualTo("1004275");
    }

    @Test
    void withNeitherDatabaseNorBrokerTheCallerWaitsAndTheWaitTellsWhatNobodyTook() {
        var call = Twilio.call().begin();
        BrokerWire.cut();
        DatabaseWire.cut();

        call.press("0");
        assertThat(call.verbs()).contains("Say", "Enqueue");
        var waitUrl = call.first("Enqueue").getAttribute("waitUrl");

        mend();
        call.follow(waitUrl, Map.of("QueuePosition", "1"));
        assertThat(call.spoken()).contains("You are number 1");
        assertThat(triggerOf(call)).isEqualTo("dtmf0");
        assertThat(call.first("Gather").getAttribute("action")).doesNotContain("u=dtmf0");
    }

    @Test
    void anEndThatCannotBeStoredIsToldAgain() {
        var call = Twilio.call().begin();
        DatabaseWire.stall();

        call.post("events/status", Map.of("CallStatus", "completed")).then().statusCode(503);

        mend();
        call.post("events/status", Map.of("CallStatus", "completed")).then().statusCode(204);
        assertThat(triggerOf(call)).isEqualTo("hangup");
    }

    @Test
    void aRequestThatNobodyTookIsToldByWhoPrefersACallbackAndThenWaitsAllTheSame() {
        var call = waitingUntold();
        call.press("1").follow(call.first("Redirect").getTextContent(), Map.of());

        mend();
        call.follow(call.first("Redirect").getTextContent(), Map.of());

        assertThat(triggerOf(call)).isEqualTo("dtmf0");
    }

    @Test
    void aRequestThatNobodyTookIsToldByWhoLeavesTheQueue() {
        var call = Twilio.call().begin();
        var left = untold(call).first("Enqueue").getAttribute("action");

        mend();
        call.follow(left, Map.of("QueueResult", "leave"));

        assertThat(triggerOf(call)).isEqualTo("dtmf0");
    }

    @Test
    void whoHasWaitedAsLongAsAnyoneMayGoesToTheQueueWithoutWhatTheLineSays() {
        DatabaseWire.stall();
        var told = FormWords.read("CallSid=CA" + UUID.randomUUID() + "&From=%2B49301234567");
        var late = new TwilioRequest(
                "main",
                connections.named("main").orElseThrow(),
                told,
                FormWords.NONE,
                "support",
                Deadline.in(Duration.ZERO));

        var heard = person.connect(late, new WalkState("root", "en", 0, 0, Map.of(), List.of()), "dtmf0", null);

        assertThat(heard.getLast().name()).isEqualTo("Enqueue");
        assertThat(heard.getLast().toString()).contains("u=dtmf0");
    }

    private static Twilio waitingUntold() {
        var call = untold(Twilio.call().begin());
        return call.follow(call.first("Enqueue").getAttribute("waitUrl"), Map.of("QueuePosition", "1"));
    }

    private static Twilio untold(Twilio call) {
        BrokerWire.cut();
        DatabaseWire.cut();
        return call.press("0");
    }

    @Test
    void aPartOfOursThatIsBrokenLeadsToAPersonTooAndTheWaitTellsOfIt() {
        var working = ClientProxy.unwrap(person);
        QuarkusMock.installMockForType(new PersonSought(null, null), PersonSought.class);

        var call = Twilio.call().begin().press("2").press("0");

        assertThat(call.verbs()).containsExactly("Enqueue");
        assertThat(call.first("Enqueue").getTextContent()).isEqualTo("support");

        QuarkusMock.installMockForType(working, PersonSought.class);
        call.follow(call.first("Enqueue").getAttribute("waitUrl"), Map.of("QueuePosition", "1"));

        var entry = Line.entriesOf(call.contactId(), 1).getFirst();
        assertThat(entry.at("/phone/trigger").asText()).isEqualTo("dtmf0");
        assertThat(entry.at("/phone/menuPath").toString()).isEqualTo("[\"root\",\"billing\"]");
    }

    private static String triggerOf(Twilio call) {
        return Line.entriesOf(call.contactId(), 1)
                .getFirst()
                .at("/phone/trigger")
                .asText();
    }
}
