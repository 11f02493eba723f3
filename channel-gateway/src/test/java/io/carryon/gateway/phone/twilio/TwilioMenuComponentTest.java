package io.carryon.gateway.phone.twilio;

import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

import io.carryon.gateway.phone.line.AwaitedAnswers;
import io.carryon.gateway.testing.Line;
import io.carryon.gateway.testing.ProfileStubResource;
import io.carryon.gateway.testing.TicketEvents;
import io.carryon.local.testing.LocalStackResource;
import io.quarkus.test.common.ResourceArg;
import io.quarkus.test.common.TestResourceScope;
import io.quarkus.test.common.WithTestResource;
import io.quarkus.test.junit.QuarkusTest;
import jakarta.inject.Inject;
import java.time.Duration;
import java.util.Map;
import java.util.UUID;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

@QuarkusTest
@WithTestResource(
        value = LocalStackResource.class,
        scope = TestResourceScope.GLOBAL,
        initArgs = @ResourceArg(name = "name", value = "gateway"))
@WithTestResource(value = ProfileStubResource.class, scope = TestResourceScope.GLOBAL)
class TwilioMenuComponentTest {

    @Inject
    AwaitedAnswers line;

    @Test
    void aCallerHearsTheMenuAndReachesAPersonWhoKnowsTheWay() {
        var call = Twilio.call().begin();
        assertThat(call.spoken()).contains("Press 0 at any time");
        assertThat(call.first("Gather").getAttribute("input")).isEqualTo("dtmf speech");
        assertThat(call.first("Gather").getAttribute("hints")).contains("agent").contains("invoice");

        call.press("1").press("1004275");

        assertThat(call.verbs()).contains("Say", "Enqueue");
        assertThat(call.first("Enqueue").getTextContent()).isEqualTo("support");
        var entry = Line.entriesOf(call.contactId(), 1).getFirst();
        assertThat(entry.at("/phone/trigger").asText()).isEqualTo("dtmf0");
        assertThat(entry.at("/phone/menuPath").toString()).isEqualTo("[\"root\",\"existing-ticket\"]");
        assertThat(entry.at("/phone/collected/ticketNumber").asText()).isEqualTo("1004275");
        assertThat(entry.at("/sender/handles/0/value").asText()).isEqualTo(Twilio.CALLER);
    }

    @Test
    void zeroReachesAPersonAtOnceAndARetryOfTheWebhookOnlyOnce() {
        var call = Twilio.call().begin().press("2");
        var action = call.first("Gather").getAttribute("action");

        call.follow(action, Map.of("Digits", "0"));
        var first = call.first("Enqueue").getAttribute("waitUrl");
        call.follow(action, Map.of("Digits", "0"));

        assertThat(call.first("Enqueue").getTextContent()).isEqualTo("billing");
        assertThat(call.first("Enqueue").getAttribute("waitUrl")).isEqualTo(first);
        var next = Twilio.call().begin().press("0");
        assertThat(Line.entriesBefore(next.contactId(), call.contactId())).hasSize(1);
    }

    @ParameterizedTest
    @ValueSource(strings = {"1 2 9 7 5 3", "my number is 9753, agent"})
    void whatIsSaidAtASensitiveQuestionIsKeptNowhere(String said) {
        var call = Twilio.callAt("confidential").begin().press("1").speak(said);
        call.post("events/status", Map.of("CallStatus", "completed")).then().statusCode(204);

        assertThat(Line.entriesOf(call.contactId(), 1).getFirst().toString())
                .contains("Said to the menu: ****")
                .doesNotContain("9 7 5 3")
                .doesNotContain("9753");
    }

    @Test
    void whoAsksForAPersonIsUnderstoodInTheirLanguage() {
        var call = Twilio.callAt("recording").begin().speak("Ich möchte bitte mit einem Mitarbeiter sprechen");

        assertThat(Line.entriesOf(call.contactId(), 1)
                        .getFirst()
                        .at("/phone/trigger")
                        .asText())
                .isEqualTo("speech");
    }

    @Test
    void silenceTwiceReachesAPerson() {
        var call = Twilio.call().begin().beSilent();
        assertThat(call.spoken()).startsWith("I did not hear anything.");

        call.beSilent();

        assertThat(call.verbs()).contains("Enqueue");
        assertThat(Line.entriesOf(call.contactId(), 1)
                        .getFirst()
                        .at("/phone/trigger")
                        .asText())
                .isEqualTo("no-input");
    }

    @Test
    void aChosenLanguageIsSpokenFromThenOnAndToTheQueue() {
        var call = Twilio.call().begin().press("4").press("2");
        assertThat(call.spoken()).startsWith("Guten Tag.");

        call.press("0");

        assertThat(call.spoken()).startsWith("Einen Moment bitte");
        assertThat(Line.entriesOf(call.contactId(), 1)
                        .getFirst()
                        .get("language")
                        .asText())
                .isEqualTo("de");
    }

    @Test
    void aWebhookMayBeConfiguredAsGet() {
        var call = Twilio.call().get("voice", Map.of());

        assertThat(call.spoken()).contains("Press 0 at any time");
    }

    @Test
    void whoIsHelpedEnoughIsNotHungUpOn() {
        var call = Twilio.call().begin().press("2").press("1");
        assertThat(call.spoken()).contains("Thank you for calling");

        call.beSilent();

        assertThat(call.verbs()).contains("Enqueue");
    }

    @Test
    void aCallerIsAskedTheQuestionOnTheWayToTheQueueAndAnswersByKey() {
        var call = Twilio.callAt("recording").begin();
        line.expect(call.contactId());
        untilTheLineHeard(call.contactId());

        call.press("0");
        assertThat(call.spoken()).contains("Geht es um die Abbuchung?");

        call.press("1");
        assertThat(call.spoken()).contains("aufzeichnen");
        await().atMost(Duration.ofSeconds(30))
                .untilAsserted(() -> assertThat(Line.allOf("recognition.answered"))
                        .anyMatch(event -> call.contactId()
                                .toString()
                                .equals(event.get("contactId").asText())));

        call.press("1");
        assertThat(call.verbs()).containsExactly("Start", "Recording", "Enqueue");
    }

    @Test
    void withoutConsentNothingIsRecorded() {
        var call = Twilio.callAt("recording").begin().press("0");

        assertThat(call.beSilent().verbs()).containsExactly("Enqueue");
    }

    @Test
    void aCallerWhoGivesUpInTheMenuIsAContactWithTheWayThere() {
        var call = Twilio.callFrom("anonymous").begin().press("3");

        call.post("events/status", Map.of("CallStatus", "completed", "Timestamp", "Mon, 02 Mar 2026 09:20:12 +0000"))
                .then()
                .statusCode(204);
        call.post("events/status", Map.of("CallStatus", "completed")).then().statusCode(204);

        var entries = Line.entriesOf(call.contactId(), 1);
        assertThat(entries).hasSize(1);
        assertThat(entries.getFirst().at("/phone/trigger").asText()).isEqualTo("hangup");
        assertThat(entries.getFirst().at("/phone/menuPath").toString()).isEqualTo("[\"root\",\"technical\"]");
        assertThat(entries.getFirst().at("/sender/handles/0/value").asText()).startsWith("anonymous:");
    }

    @Test
    void whoNeverChoseALanguageAndWhoseNumberHasNoneIsOfNone() {
        var call = Twilio.callAt("confidential").begin();

        call.post("events/status", Map.of("CallStatus", "completed")).then().statusCode(204);

        assertThat(Line.entriesOf(call.contactId(), 1)
                        .getFirst()
                        .path("language")
                        .asText(""))
                .isEmpty();
    }

    private void untilTheLineHeard(UUID contactId) {
        var ticket = UUID.randomUUID();
        await().atMost(Duration.ofSeconds(20))
                .pollInterval(Duration.ofMillis(300))
                .until(() -> {
                    Line.publish(
                            "contact.recognized",
                            contactId,
                            TicketEvents.asking(contactId, "Geht es um die Abbuchung?"));
                    Line.publish("ticket.changed", ticket, TicketEvents.changed(ticket, 1, "OPENED", "NEW", contactId));
                    return line.expect(contactId).both().isDone();
                });
    }
}
