package io.carryon.gateway.phone.ivr;

import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;
import static org.hamcrest.Matchers.containsString;
import static org.hamcrest.Matchers.endsWith;
import static org.hamcrest.Matchers.equalTo;
import static org.hamcrest.Matchers.hasSize;
import static org.hamcrest.Matchers.not;
import static org.hamcrest.Matchers.nullValue;
import static org.hamcrest.Matchers.oneOf;

import io.carryon.gateway.phone.line.AwaitedAnswers;
import io.carryon.gateway.testing.Ivr;
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

@QuarkusTest
@WithTestResource(
        value = LocalStackResource.class,
        scope = TestResourceScope.GLOBAL,
        initArgs = @ResourceArg(name = "name", value = "gateway"))
@WithTestResource(value = ProfileStubResource.class, scope = TestResourceScope.GLOBAL)
class ZeroOutComponentTest {
    @Inject
    AwaitedAnswers line;

    @Test
    void zeroOutWithASilentLineRoutesByDefaultAndIsPublishedAllTheSame() {
        var call = Ivr.call();

        var answered = Ivr.zeroOut(call, Ivr.ZERO)
                .then()
                .statusCode(201)
                .body("degraded", equalTo(true))
                .body("ticket", nullValue())
                .body("routing.action", equalTo("enqueue"))
                .body("routing.queue", equalTo("billing"))
                .body("routing.targets", hasSize(0))
                .body("screenPop.url", endsWith("/v1/calls/" + Ivr.contactOf(call)))
                .body("say[0].lang", equalTo("de"))
                .extract()
                .jsonPath();

        var entry = Line.entriesOf(answered.getUUID("contactId"), 1).getFirst();
        assertThat(entry.get("channel").asText()).isEqualTo("phone");
        assertThat(entry.get("connection").asText()).isEqualTo("+4930555010");
        assertThat(entry.at("/sender/handles/0/value").asText()).isEqualTo("+49301234567");
        assertThat(entry.at("/sender/handles/0/raw").asText()).isEqualTo(" 49301234567");
        assertThat(entry.at("/sender/handles/0/verification").asText()).isEqualTo("claimed");
        assertThat(entry.at("/phone/collected/accountNumber").asText()).isEqualTo("20417");
        assertThat(entry.toString()).doesNotContain("9999");
    }

    @Test
    void zeroOutAnswersWithWhatTheLineSaysAndRepeatsIt() {
        var call = Ivr.call();
        var contactId = Ivr.contactOf(call);
        line.expect(contactId);
        var ticket = UUID.randomUUID();
        untilTheLineHeard(contactId, ticket);

        var first = Ivr.zeroOut(call, Ivr.ZERO)
                .then()
                .statusCode(201)
                .body("degraded", equalTo(false))
                .body("ticket.number", equalTo("1004273"))
                .body("ticket.created", equalTo(true))
                .body("ticket.url", containsString("/v1/tickets/" + ticket))
                .body("customer.name", equalTo("Marta Nowak"))
                .body("history.openIssues", hasSize(1))
                .body("history.lastContacts", hasSize(1))
                .body("history.earlierOnIssue", hasSize(1))
                .body("routing.queue", equalTo("billing"))
                .body("routing.priority", equalTo("HIGH"))
                .body("routing.targets[0].agentId", equalTo("agent-1"))
                .body("routing.targets[0].extension", equalTo("101"))
                .body("position", equalTo(2))
                .body("estimatedWaitSec", equalTo(40))
                .body("say[0].text", containsString("1, 0, 0, 4, 2, 7, 3"))
                .extract()
                .asString();

        await().atMost(Duration.ofSeconds(30))
                .untilAsserted(() -> assertThat(Ivr.zeroOut(call, Ivr.ZERO)
                                .then()
                                .statusCode(200)
                                .extract()
                                .asString())
                        .isEqualTo(first));
        assertThat(Line.entriesOf(contactId, 1))
                .allSatisfy(e -> assertThat(e.get("sequence").asInt()).isZero());
    }

    @Test
    void aRepeatAfterADegradedAnswerSaysWhatIsKnownThen() {
        var call = Ivr.call();
        // 200 when a slow database had no time to say that it is the first.
        Ivr.zeroOut(call, Ivr.ZERO).then().statusCode(oneOf(201, 200)).body("degraded", equalTo(true));
        untilTheLineHeard(Ivr.contactOf(call), UUID.randomUUID());

        Ivr.zeroOut(call, Ivr.ZERO)
                .then()
                .statusCode(200)
                .body("degraded", equalTo(false))
                .body("ticket.number", equalTo("1004273"));
    }

    @Test
    void zeroOutKnowsWhatTheAnnouncementSaid() {
        var call = Ivr.call();
        Ivr.announce(call, ProfileStubResource.KNOWN);

        Ivr.zeroOut(call, "{\"trigger\":\"speech\"}").then().statusCode(201).body("say[0].lang", equalTo("de"));

        var entry = Line.entriesOf(Ivr.contactOf(call), 1).getFirst();
        assertThat(entry.at("/sender/handles/0/value").asText()).isEqualTo(ProfileStubResource.KNOWN);
        assertThat(entry.at("/phone/dialled").asText()).isEqualTo("+4930555010");
    }

    @Test
    void callersWhoWithholdTheirNumberAreNeverJoined() {
        var one = Ivr.call();
        var other = Ivr.call();
        Ivr.zeroOut(one, Ivr.ZERO.replace(" 49301234567", "anonymous")).then().statusCode(201);
        Ivr.zeroOut(other, Ivr.ZERO.replace(" 49301234567", "anonymous")).then().statusCode(201);

        assertThat(handleOf(one)).startsWith("anonymous:").isNotEqualTo(handleOf(other));
    }

    @Test
    void aCallerIsAskedWhileItRingsAndAnswersByKey() {
        var call = Ivr.call();
        var contactId = Ivr.contactOf(call);
        Ivr.press(call, "1").then().statusCode(409).body("type", equalTo("urn:carryon:problem:nothing-asked"));
        line.expect(contactId);
        untilTheLineHeard(contactId, UUID.randomUUID(), TicketEvents.asking(contactId, "Geht es um die Abbuchung?"));

        Ivr.zeroOut(call, Ivr.ZERO)
                .then()
                .statusCode(201)
                .body("say[0].text", endsWith("Geht es um die Abbuchung? Für Ja drücken Sie die 1, für Nein die 2."))
                .body("say[1].text", not(containsString("Abbuchung")))
                .body("question.text", equalTo("Geht es um die Abbuchung?"))
                .body("question.keys.'1'", equalTo("yes"))
                .body("question.keys.'2'", equalTo("no"));

        Ivr.press(call, "2").then().statusCode(200).body("same", equalTo(false));
        Ivr.press(call, "5").then().statusCode(400).body("errors.pointer[0]", equalTo("/digit"));
        await().atMost(Duration.ofSeconds(30))
                .untilAsserted(() -> assertThat(Line.allOf("recognition.answered"))
                        .filteredOn(event -> contactId
                                .toString()
                                .equals(event.get("contactId").asText()))
                        .singleElement()
                        .satisfies(event ->
                                assertThat(event.get("channel").asText()).isEqualTo("phone")));
    }

    private void untilTheLineHeard(UUID contactId, UUID ticket) {
        untilTheLineHeard(contactId, ticket, TicketEvents.recognized(contactId));
    }

    private void untilTheLineHeard(UUID contactId, UUID ticket, Map<String, Object> recognized) {
        await().atMost(Duration.ofSeconds(20))
                .pollInterval(Duration.ofMillis(300))
                .until(() -> {
                    Line.publish("contact.recognized", contactId, recognized);
                    Line.publish("ticket.changed", ticket, TicketEvents.changed(ticket, 1, "OPENED", "NEW", contactId));
                    return line.expect(contactId).both().isDone();
                });
    }

    private static String handleOf(String call) {
        return Line.entriesOf(Ivr.contactOf(call), 1)
                .getFirst()
                .at("/sender/handles/0/value")
                .asText();
    }
}
