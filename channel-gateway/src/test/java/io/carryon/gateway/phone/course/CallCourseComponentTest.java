package io.carryon.gateway.phone.course;

import static org.assertj.core.api.Assertions.assertThat;
import static org.hamcrest.Matchers.equalTo;
import static org.hamcrest.Matchers.notNullValue;

import com.fasterxml.jackson.databind.JsonNode;
import io.carryon.gateway.storage.Sql;
import io.carryon.gateway.testing.Ivr;
import io.carryon.gateway.testing.Line;
import io.carryon.gateway.testing.ProfileStubResource;
import io.carryon.local.testing.LocalStackResource;
import io.quarkus.test.common.ResourceArg;
import io.quarkus.test.common.TestResourceScope;
import io.quarkus.test.common.WithTestResource;
import io.quarkus.test.junit.QuarkusTest;
import jakarta.inject.Inject;
import java.time.Instant;
import java.util.List;
import java.util.function.Function;
import org.junit.jupiter.api.Test;

/** What becomes of calls, as the ticket-service hears it. */
@QuarkusTest
@WithTestResource(
        value = LocalStackResource.class,
        scope = TestResourceScope.GLOBAL,
        initArgs = @ResourceArg(name = "name", value = "gateway"))
@WithTestResource(value = ProfileStubResource.class, scope = TestResourceScope.GLOBAL)
class CallCourseComponentTest {

    private static final Instant START = Instant.now().minusSeconds(600);
    private static final String ANNA = "{\"extension\":\"204\",\"at\":\"" + START.plusSeconds(50) + "\"}";

    @Inject
    Sql sql;

    @Test
    void aCallIsToldFromTheWaitToTheEndInOrder() {
        var call = Ivr.call();
        zeroOut(call);
        Ivr.answer(call, ANNA)
                .then()
                .statusCode(200)
                .body("agent.extension", equalTo("204"))
                .body("answeredAt", notNullValue());
        Ivr.answer(call, ANNA).then().statusCode(200);
        tell(call, "\"seq\":1,\"type\":\"hold\",\"reason\":\"looking it up\"");
        tell(call, "\"seq\":2,\"type\":\"hold\",\"held\":false");
        tell(call, "\"seq\":3,\"type\":\"transfer\",\"target\":\"billing\"");
        tell(call, "\"seq\":4,\"type\":\"answer\",\"agentId\":\"ben\"");
        hangUp(call, START.plusSeconds(590), "answered");

        var changes = Line.changesOf(Ivr.contactOf(call), "ended");
        assertThat(told(changes, c -> c.get("change").asText()))
                .containsExactly("answered", "held", "resumed", "transferred", "answered", "ended");
        assertThat(told(changes, c -> c.get("revision").asText())).containsExactly("1", "2", "3", "4", "5", "6");
        assertThat(changes.getFirst().get("waitSec").asInt()).isEqualTo(30);
        assertThat(changes.getLast().get("talkSec").asInt()).isEqualTo(540);
        assertThat(changes.getLast().get("cause").asText()).isEqualTo("normalClearing");
        assertThat(changes.getLast().at("/agent/id").asText()).isEqualTo("ben");
    }

    @Test
    void anAnswerToldAfterTheEndTellsHowTheCallCameOut() {
        var call = Ivr.call();
        zeroOut(call);
        hangUp(call, START.plusSeconds(590), "abandoned-in-queue");

        Ivr.answer(call, ANNA).then().statusCode(200);

        var changes = Line.changesOf(Ivr.contactOf(call), "callback");
        assertThat(told(
                        changes,
                        c -> c.get("change").asText()
                                + c.path("outcome").asText()
                                + c.at("/callback/state").asText()))
                .containsExactly(
                        "endedabandoned-in-queue", "callbackoffered", "answered", "endedanswered", "callbackcancelled");
    }

    @Test
    void aCallThatAPersonAnswersBeforeAnyoneToldOfItIsAContact() {
        var call = Ivr.call();

        Ivr.answer(call, "{\"agentId\":\"anna\",\"from\":\"+49301234571\"}")
                .then()
                .statusCode(200);

        assertThat(Line.entriesOf(Ivr.contactOf(call), 1)
                        .getFirst()
                        .at("/phone/trigger")
                        .asText())
                .isEqualTo("ringing");
        Ivr.zeroOut(call, "{\"trigger\":\"dtmf0\"}").then().statusCode(200);
    }

    @Test
    void whoGivesUpInTheMenuIsOfferedACallbackUnlessTheNumberIsWithheld() {
        var call = Ivr.call();
        Ivr.hangUp(call, "{\"from\":\"+49301234572\"}").then().body("outcome", equalTo("abandoned-in-menu"));
        var withheld = Ivr.call();
        Ivr.hangUp(withheld, "{\"from\":\"anonymous\"}").then().statusCode(200);

        var changes = Line.changesOf(Ivr.contactOf(call), "callback");
        assertThat(changes.getLast().at("/callback/state").asText()).isEqualTo("offered");
        assertThat(changes.getLast().at("/callback/number").asText()).isEqualTo("+49301234572");
        assertThat(told(
                        Line.changesOf(Ivr.contactOf(withheld), "ended"),
                        c -> c.get("change").asText()))
                .containsExactly("ended");
    }

    @Test
    void aCallSolvedByTheSelfServiceIsAContactOnlyIfThereIsSomethingToRead() {
        var silent = Ivr.call();
        Ivr.announce(silent, "+49301234573");
        tell(silent, "\"seq\":1,\"type\":\"selfservice.resolved\",\"what\":\"Balance told\"");
        Ivr.hangUp(silent, "{}").then().body("outcome", equalTo("resolved"));
        var spoken = Ivr.call();
        Ivr.announce(spoken, "+49301234573");
        tell(spoken, "\"seq\":1,\"type\":\"speech\",\"text\":\"What do I owe you?\"");
        tell(spoken, "\"seq\":2,\"type\":\"selfservice.resolved\",\"what\":\"Balance told\"");
        Ivr.hangUp(spoken, "{}").then().body("outcome", equalTo("resolved"));

        var entry = Line.entriesOf(Ivr.contactOf(spoken), 1).getFirst();
        assertThat(entry.at("/phone/trigger").asText()).isEqualTo("resolved");
        assertThat(entry.get("text").asText()).contains("Balance told", "What do I owe you?");
        assertThat(Line.entriesBefore(Ivr.contactOf(spoken), Ivr.contactOf(silent)))
                .isEmpty();
        assertThat(sql.query(
                        "select phone_call::text from phone_call where contact_id = ?",
                        row -> row.getString(1),
                        Ivr.contactOf(silent)))
                .singleElement()
                .asString()
                .doesNotContain("49301234573", "Balance");
    }

    @Test
    void aVoicemailIsAContactOfItsOwnWhenNobodyWasAskedFor() {
        var call = Ivr.call();
        Ivr.announce(call, "+49301234574");
        tell(
                call,
                "\"seq\":1,\"type\":\"recording\",\"kind\":\"voicemail\",\"consent\":true,\"recordingId\":\"v1\","
                        + "\"url\":\"https://pbx.example/v1\"");
        Ivr.hangUp(call, "{}").then().body("outcome", equalTo("voicemail"));

        var entries = Line.entriesOf(Ivr.contactOf(call), 2);
        assertThat(entries.getFirst().at("/phone/trigger").asText()).isEqualTo("voicemail");
        assertThat(entries.getLast().at("/phone/recordings/0/recordingId").asText())
                .isEqualTo("v1");
    }

    private static void zeroOut(String call) {
        Ivr.zeroOut(call, "{\"trigger\":\"dtmf0\",\"from\":\"+49301234575\",\"at\":\"" + START.plusSeconds(20) + "\"}")
                .then()
                .statusCode(201);
    }

    private static void hangUp(String call, Instant at, String outcome) {
        Ivr.hangUp(call, "{\"cause\":\"normalClearing\",\"at\":\"" + at + "\"}")
                .then()
                .statusCode(200)
                .body("outcome", equalTo(outcome));
    }

    private static void tell(String call, String event) {
        Ivr.tell(call, event + ",\"at\":\"" + START.plusSeconds(100) + "\"")
                .then()
                .statusCode(202);
    }

    private static List<String> told(List<JsonNode> changes, Function<JsonNode, String> what) {
        return changes.stream().map(what).toList();
    }
}
