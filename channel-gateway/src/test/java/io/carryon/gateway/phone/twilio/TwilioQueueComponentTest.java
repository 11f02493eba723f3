package io.carryon.gateway.phone.twilio;

import static org.assertj.core.api.Assertions.assertThat;

import io.carryon.gateway.testing.Line;
import io.carryon.gateway.testing.ProfileStubResource;
import io.carryon.local.testing.LocalStackResource;
import io.quarkus.test.common.ResourceArg;
import io.quarkus.test.common.TestResourceScope;
import io.quarkus.test.common.WithTestResource;
import io.quarkus.test.junit.QuarkusTest;
import java.net.URLEncoder;
import java.nio.charset.StandardCharsets;
import java.util.Map;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

@QuarkusTest
@WithTestResource(
        value = LocalStackResource.class,
        scope = TestResourceScope.GLOBAL,
        initArgs = @ResourceArg(name = "name", value = "gateway"))
@WithTestResource(value = ProfileStubResource.class, scope = TestResourceScope.GLOBAL)
class TwilioQueueComponentTest {

    private static final String AGENT = "+4930777007";
    private static final Map<String, String> RECORDING = Map.of(
            "RecordingSid",
            "RE1",
            "RecordingUrl",
            "https://api.twilio.com/2010-04-01/Accounts/AC1/Recordings/RE1",
            "RecordingStatus",
            "completed",
            "RecordingDuration",
            "17");

    @Test
    void whoWaitsHearsPlaceAndTimeAndKeepsThePlace() {
        var call = Twilio.call().begin().press("0");
        call.follow(call.first("Enqueue").getAttribute("waitUrl"), Map.of("QueuePosition", "3", "AvgQueueTime", "90"));

        assertThat(call.spoken())
                .contains("You are number 3 in the queue.")
                .contains("about 5 minutes")
                .contains("press 1")
                .contains("press 2");
        call.beSilent();
        assertThat(call.verbs()).containsExactly("Redirect");
        call.follow(call.first("Redirect").getTextContent(), Map.of("QueuePosition", "2"));
        assertThat(call.spoken()).contains("You are number 2 in the queue.");
    }

    @Test
    void whoWouldRatherLeaveAMessageDoesSoAndItJoinsTheSameContact() {
        var call = Twilio.call().begin().press("0");
        var afterwards = call.first("Enqueue").getAttribute("action");
        call.follow(call.first("Enqueue").getAttribute("waitUrl"), Map.of("QueuePosition", "1"));
        assertThat(call.press("2").verbs()).containsExactly("Leave");

        call.follow(afterwards, Map.of("QueueResult", "leave", "QueueTime", "14"));
        assertThat(call.spoken()).contains("recorded and kept");
        var record = call.beSilent().first("Record");
        call.tell(record.getAttribute("recordingStatusCallback"), RECORDING)
                .then()
                .statusCode(204);
        call.tell(record.getAttribute("recordingStatusCallback"), RECORDING)
                .then()
                .statusCode(204);
        call.tell(
                        record.getAttribute("transcribeCallback"),
                        Map.of(
                                "RecordingSid",
                                "RE1",
                                "TranscriptionText",
                                "The invoice is wrong",
                                "TranscriptionStatus",
                                "completed"))
                .then()
                .statusCode(204);
        assertThat(call.follow(record.getAttribute("action"), Map.of("Digits", "#"))
                        .verbs())
                .containsExactly("Say", "Hangup");

        var entries = Line.entriesOf(call.contactId(), 3);
        assertThat(entries.get(1).at("/phone/recordings/0/recordingId").asText())
                .isEqualTo("RE1");
        assertThat(entries.get(2).get("text").asText()).contains("The invoice is wrong");
    }

    @Test
    void aMessageFromTheMenuIsAContactOfItsOwn() {
        var call = Twilio.call().begin().press("3").press("3").beSilent();

        call.tell(call.first("Record").getAttribute("recordingStatusCallback"), RECORDING)
                .then()
                .statusCode(204);

        var first = Line.entriesOf(call.contactId(), 2).getFirst();
        assertThat(first.at("/phone/trigger").asText()).isEqualTo("voicemail");
        assertThat(first.at("/phone/menuPath").toString()).isEqualTo("[\"root\",\"technical\"]");
    }

    @Test
    void zeroReachesAPersonWhileTheMessageIsExplained() {
        var call = Twilio.call().begin().press("3").press("3").press("0");

        call.follow(call.first("Redirect").getTextContent(), Map.of());

        assertThat(triggerAtTechnical(call)).isEqualTo("dtmf0");
    }

    @ParameterizedTest
    @CsvSource({"0, dtmf0", "'', no-input"})
    void whoSaysNothingAfterTheToneOrPressesZeroReachesAPerson(String keys, String trigger) {
        var call = Twilio.call().begin().press("3").press("3").beSilent();
        var next = keys.isEmpty()
                ? call
                : call.follow(call.first("Record").getAttribute("action"), Map.of("Digits", keys));

        next.follow(next.first("Redirect").getTextContent(), Map.of());

        assertThat(triggerAtTechnical(call)).isEqualTo(trigger);
    }

    private static String triggerAtTechnical(Twilio call) {
        assertThat(call.first("Enqueue").getTextContent()).isEqualTo("technical");
        return triggerOf(call);
    }

    private static String triggerOf(Twilio call) {
        return Line.entriesOf(call.contactId(), 1)
                .getFirst()
                .at("/phone/trigger")
                .asText();
    }

    @ParameterizedTest
    @ValueSource(strings = {"queue-full", "error", "system-error", "url-not-reachable", ""})
    void whomTheQueueDoesNotTakeIsOfferedOtherWaysAndMayTryAgain(String result) {
        var call = Twilio.call().begin().press("0");
        call.follow(call.first("Enqueue").getAttribute("action"), Map.of("QueueResult", result));
        assertThat(call.spoken()).contains("Nobody can take your call");

        assertThat(call.press("0").verbs()).containsExactly("Enqueue");
    }

    @Test
    void whoHasSpokenToAPersonIsDone() {
        var call = Twilio.call().begin().press("0");

        call.follow(call.first("Enqueue").getAttribute("action"), Map.of("QueueResult", "bridged"));

        assertThat(call.verbs()).containsExactly("Hangup");
    }

    @Test
    void anAgentsTelephoneTakesWhoWaitsAndIsNamedAsWhoAnswered() {
        var caller = Twilio.call().begin().press("2").press("0");
        var agent = Twilio.callFrom(AGENT).step("agent?queue=billing");
        assertThat(agent.verbs()).containsExactly("Dial", "Queue");
        assertThat(agent.first("Queue").getTextContent())
                .isEqualTo(caller.first("Enqueue").getTextContent());

        caller.follow(agent.first("Queue").getAttribute("url"), Map.of("QueueTime", "31"));

        assertThat(caller.verbs()).isEmpty();
        var answered = Line.awaited(
                "call.changed",
                event -> event.get("contactId")
                                .asText()
                                .equals(caller.contactId().toString())
                        && event.get("change").asText().equals("answered"));
        assertThat(answered.at("/agent/id").asText()).isEqualTo("agent-1");
        assertThat(answered.at("/agent/extension").asText()).isEqualTo("107");
        assertThat(agent.follow(agent.first("Dial").getAttribute("action"), Map.of("DialCallStatus", "completed"))
                        .verbs())
                .containsExactly("Dial", "Queue");
    }

    @Test
    void aTelephoneThatIsNoAgentsTakesNobodyAndAnAgentsOwnCallIsNoContact() {
        assertThat(Twilio.callFrom("+4930123123").step("agent").verbs()).containsExactly("Reject");

        var agent = Twilio.callFrom(AGENT).step("agent");
        agent.post("events/status", Map.of("CallStatus", "completed")).then().statusCode(204);

        var next = Twilio.callFrom(AGENT).begin().press("0");
        assertThat(Line.entriesBefore(next.contactId(), agent.contactId())).isEmpty();
    }

    @Test
    void whoCallsTheCustomersNumberFromAnAgentsTelephoneIsACallerWhoseCallEnds() {
        var call = Twilio.callFrom(AGENT).begin().press("3");

        call.post("events/status", Map.of("CallStatus", "completed")).then().statusCode(204);

        assertThat(triggerOf(call)).isEqualTo("hangup");
    }

    @ParameterizedTest
    @ValueSource(
            strings = {"Kunden in Köln", "a-name-of-a-queue-that-is-longer-than-twilio-takes-which-are-64-letters"})
    void callersAndAgentsMeetInAQueueWhateverItIsCalled(String queue) {
        var named = URLEncoder.encode(queue, StandardCharsets.UTF_8).replace("+", "%20");

        var caller = Twilio.call().step("instead?n=root&l=en&p=root&q=" + named);
        var agent = Twilio.callFrom(AGENT).step("agent?queue=" + named);

        assertThat(agent.first("Queue").getTextContent())
                .isEqualTo(caller.first("Enqueue").getTextContent());
    }
}
