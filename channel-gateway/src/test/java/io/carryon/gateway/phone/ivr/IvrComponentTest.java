package io.carryon.gateway.phone.ivr;

import static io.restassured.RestAssured.given;
import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;
import static org.hamcrest.Matchers.containsString;
import static org.hamcrest.Matchers.equalTo;
import static org.hamcrest.Matchers.hasItem;
import static org.hamcrest.Matchers.hasSize;
import static org.hamcrest.Matchers.nullValue;

import io.carryon.gateway.phone.Call;
import io.carryon.gateway.testing.Line;
import io.carryon.gateway.testing.ProfileStubResource;
import io.carryon.gateway.testing.TicketEvents;
import io.carryon.gateway.testing.Tokens;
import io.carryon.local.testing.LocalStackResource;
import io.quarkus.test.common.ResourceArg;
import io.quarkus.test.common.TestResourceScope;
import io.quarkus.test.common.WithTestResource;
import io.quarkus.test.junit.QuarkusTest;
import io.restassured.response.Response;
import io.restassured.specification.RequestSpecification;
import jakarta.inject.Inject;
import java.time.Duration;
import java.util.UUID;
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
class IvrComponentTest {

    private static final String ZERO = """
            {"trigger":"dtmf0","menuPath":["root","billing"],"collected":{"accountNumber":"20417","cardPin":"9999"},
             "from":" 49301234567","to":"+4930555010","queueHint":"billing","language":"de"}
            """;

    @Inject
    AwaitedAnswers line;

    @Test
    void aKnownCallerIsNamedWithTheirOpenTickets() {
        announce(call(), ProfileStubResource.KNOWN)
                .then()
                .statusCode(200)
                .body("customer.match", equalTo("maybe"))
                .body("customer.name", equalTo("Marta Nowak"))
                .body("openTickets", hasSize(1))
                .body("openTickets[0].number", equalTo("1004273"))
                .body("language", equalTo("de"))
                .body("degraded", equalTo(false));
    }

    @Test
    void anUnknownCallerIsNobodyWithoutBeingDegraded() {
        announce(call(), "+4930999999")
                .then()
                .statusCode(200)
                .body("customer.match", equalTo("none"))
                .body("degraded", equalTo(false));
    }

    @ParameterizedTest
    @ValueSource(strings = {ProfileStubResource.BROKEN, ProfileStubResource.GARBLED})
    void aProfileInTroubleMakesThePutDegradedNotFailed(String number) {
        announce(call(), number)
                .then()
                .statusCode(200)
                .body("customer.match", equalTo("none"))
                .body("degraded", equalTo(true));
    }

    @Test
    void zeroOutWithASilentLineRoutesByDefaultAndIsPublishedAllTheSame() {
        var call = call();

        var answered = zeroOut(call, ZERO)
                .then()
                .statusCode(201)
                .body("degraded", equalTo(true))
                .body("ticket", nullValue())
                .body("routing.action", equalTo("enqueue"))
                .body("routing.queue", equalTo("billing"))
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
        var call = call();
        var contactId = Call.contactIdOf("ivr-client", call);
        line.expect(contactId);
        var ticket = UUID.randomUUID();
        untilTheLineHeard(contactId, ticket);

        var first = zeroOut(call, ZERO)
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
                .body("say[0].text", containsString("1, 0, 0, 4, 2, 7, 3"))
                .extract()
                .asString();

        await().atMost(Duration.ofSeconds(10))
                .untilAsserted(() -> assertThat(zeroOut(call, ZERO)
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
        var call = call();
        zeroOut(call, ZERO).then().statusCode(201).body("degraded", equalTo(true));
        untilTheLineHeard(Call.contactIdOf("ivr-client", call), UUID.randomUUID());

        zeroOut(call, ZERO)
                .then()
                .statusCode(200)
                .body("degraded", equalTo(false))
                .body("ticket.number", equalTo("1004273"));
    }

    @Test
    void zeroOutKnowsWhatTheAnnouncementSaid() {
        var call = call();
        announce(call, ProfileStubResource.KNOWN);

        zeroOut(call, "{\"trigger\":\"speech\"}").then().statusCode(201).body("say[0].lang", equalTo("de"));

        var entry = Line.entriesOf(Call.contactIdOf("ivr-client", call), 1).getFirst();
        assertThat(entry.at("/sender/handles/0/value").asText()).isEqualTo(ProfileStubResource.KNOWN);
        assertThat(entry.at("/phone/dialled").asText()).isEqualTo("+4930555010");
    }

    @Test
    void callersWhoWithholdTheirNumberAreNeverJoined() {
        var one = call();
        var other = call();
        zeroOut(one, ZERO.replace(" 49301234567", "anonymous")).then().statusCode(201);
        zeroOut(other, ZERO.replace(" 49301234567", "anonymous")).then().statusCode(201);

        assertThat(handleOf(one)).startsWith("anonymous:").isNotEqualTo(handleOf(other));
    }

    @Test
    void aCallerWhoGivesUpIsAContactOnceAndCannotBeConnectedAnyMore() {
        var call = call();
        announce(call, "+4930999999");

        var ended = hangUp(call, "{\"cause\":\"normalClearing\"}")
                .then()
                .statusCode(200)
                .body("state", equalTo("ended"))
                .extract()
                .asString();
        assertThat(hangUp(call, "").then().statusCode(200).extract().asString()).isEqualTo(ended);
        zeroOut(call, ZERO).then().statusCode(409).body("type", equalTo("urn:carryon:problem:call-ended"));

        var entries = Line.entriesOf(Call.contactIdOf("ivr-client", call), 1);
        assertThat(entries.getFirst().at("/phone/trigger").asText()).isEqualTo("hangup");
    }

    @Test
    void hangingUpAfterZeroOutEndsTheCallWithoutASecondContact() {
        var call = call();
        zeroOut(call, ZERO).then().statusCode(201);

        hangUp(call, "{}").then().statusCode(200);

        assertThat(Line.entriesOf(Call.contactIdOf("ivr-client", call), 1))
                .allSatisfy(e -> assertThat(e.at("/phone/trigger").asText()).isEqualTo("dtmf0"));
        zeroOut(call, ZERO).then().statusCode(200);
    }

    @ParameterizedTest
    @CsvSource(delimiter = '|', textBlock = """
                    {"trigger"                                        | malformed-json |
                    {"trigger":"dtmf9"}                               | validation     | /trigger
                    {"trigger":"dtmf0","menuPath":"root"}             | validation     | /menuPath
                    {"trigger":"dtmf0","colour":"red"}                | validation     | /colour
                    {"trigger":"dtmf0","collected":{"a":"\\u0000"}}    | validation     | /collected/a
                    {"trigger":"dtmf0","at":"yesterday"}              | validation     | /at
                    {}                                                | validation     | /trigger
                    """)
    void aWrongBodyIsRefusedWithItsFault(String body, String type, String pointer) {
        var refused = zeroOut(call(), body)
                .then()
                .statusCode(400)
                .contentType("application/problem+json")
                .body("type", equalTo("urn:carryon:problem:" + type));
        if (pointer != null) {
            refused.body("errors.pointer", hasItem(pointer));
        }
    }

    @Test
    void onlyIvrsMayTellOfCalls() {
        var path = "/v1/ivr/calls/" + call() + "/zero-out";
        given().contentType("application/json").body(ZERO).post(path).then().statusCode(401);
        given().auth()
                .oauth2(Tokens.ofForeignIssuer("ivr"))
                .contentType("application/json")
                .body(ZERO)
                .post(path)
                .then()
                .statusCode(401);
        given().auth()
                .oauth2(Tokens.of("portal"))
                .contentType("application/json")
                .body(ZERO)
                .post(path)
                .then()
                .statusCode(403);
    }

    @Test
    void anOverlongCallIdIsRefused() {
        zeroOut("c".repeat(129), ZERO).then().statusCode(400);
    }

    // The listening consumers begin at the end of their topics, so the first events of a test run may pass them by.
    private void untilTheLineHeard(UUID contactId, UUID ticket) {
        await().atMost(Duration.ofSeconds(20))
                .pollInterval(Duration.ofMillis(300))
                .until(() -> {
                    Line.publish("contact.recognized", contactId, TicketEvents.recognized(contactId));
                    Line.publish("ticket.changed", ticket, TicketEvents.changed(ticket, 1, "OPENED", "NEW", contactId));
                    return line.expect(contactId).both().isDone();
                });
    }

    private static String handleOf(String call) {
        return Line.entriesOf(Call.contactIdOf("ivr-client", call), 1)
                .getFirst()
                .at("/sender/handles/0/value")
                .asText();
    }

    private static String call() {
        return "c-" + UUID.randomUUID();
    }

    private static Response announce(String call, String from) {
        return ivr().body("{\"from\":\"" + from + "\",\"to\":\"+4930555010\",\"language\":\"de\"}")
                .put("/v1/ivr/calls/" + call);
    }

    private static Response zeroOut(String call, String body) {
        return ivr().body(body).post("/v1/ivr/calls/" + call + "/zero-out");
    }

    private static Response hangUp(String call, String body) {
        return ivr().body(body).post("/v1/ivr/calls/" + call + "/hangup");
    }

    private static RequestSpecification ivr() {
        return given().auth().oauth2(Tokens.of("ivr")).contentType("application/json");
    }
}
