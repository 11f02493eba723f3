package io.carryon.gateway.phone.ivr;

import static org.assertj.core.api.Assertions.assertThat;
import static org.hamcrest.Matchers.equalTo;
import static org.hamcrest.Matchers.hasItem;
import static org.hamcrest.Matchers.startsWith;

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
class CallEventsComponentTest {

    private static final String RECORDING = "\"seq\":20,\"type\":\"recording\",\"kind\":\"voicemail\",\"recordingId\":"
            + "\"rec-1\",\"url\":\"https://pbx.example/rec-1\",\"durationSec\":34";

    @Inject
    Sql sql;

    @Test
    void whatEventsToldCompletesAZeroOutThatLeavesItOutWhateverOrderTheyCameIn() {
        var call = Ivr.call();
        tell(call, "\"seq\":3,\"type\":\"menu\",\"node\":\"billing\"");
        tell(call, "\"seq\":4,\"type\":\"input\",\"name\":\"accountNumber\",\"value\":\"20417\"");
        tell(call, "\"seq\":5,\"type\":\"input\",\"name\":\"code\",\"value\":\"7391\",\"sensitive\":true");
        tell(call, "\"seq\":6,\"type\":\"input\",\"name\":\"cardPin\",\"value\":\"8642\"");
        tell(call, "\"seq\":7,\"type\":\"speech\",\"text\":\"My card 4111 1111 1111 1111 was charged twice\"");
        tell(call, "\"seq\":8,\"type\":\"speech\",\"text\":\"seven three nine one: 7391\",\"sensitive\":true");
        tell(call, "\"seq\":1,\"type\":\"menu\",\"node\":\"root\",\"from\":\" 49301234567\",\"to\":\"+4930555010\"");
        tell(call, "\"seq\":4,\"type\":\"input\",\"name\":\"accountNumber\",\"value\":\"99999\"");

        Ivr.zeroOut(call, "{\"trigger\":\"no-input\",\"collected\":{\"code\":\"7391\"}}")
                .then()
                .statusCode(201);

        var entry = first(call);
        assertThat(entry.at("/phone/menuPath").toString()).isEqualTo("[\"root\",\"billing\"]");
        assertThat(entry.at("/phone/collected/accountNumber").asText()).isEqualTo("20417");
        assertThat(entry.at("/sender/handles/0/value").asText()).isEqualTo("+49301234567");
        assertThat(entry.get("text").asText()).contains("My card **** was charged twice");
        assertThat(entry.toString()).doesNotContain("7391", "8642", "4111");
        assertThat(sql.query(
                        "select what::text from call_happening where contact_id = ?",
                        row -> row.getString(1),
                        Ivr.contactOf(call)))
                .noneMatch(what -> what.contains("7391") || what.contains("8642") || what.contains("4111"));
    }

    @Test
    void anEndedCallTakesWhatHappenedBeforeItsEndAndRecordingsButNothingElse() {
        var call = Ivr.call();
        var end = Instant.now().minusSeconds(60);
        Ivr.hangUp(call, "{\"from\":\"+49301234568\",\"at\":\"" + end + "\"}")
                .then()
                .statusCode(200);

        tell(call, "\"seq\":1,\"type\":\"menu\",\"node\":\"root\",\"at\":\"" + end.minusSeconds(5) + "\"");
        Ivr.tell(call, "\"seq\":2,\"type\":\"menu\",\"node\":\"billing\"")
                .then()
                .statusCode(409)
                .body("type", equalTo("urn:carryon:problem:call-ended"));
        Ivr.keyInTicket(call, "1004275").then().statusCode(409);
        tell(call, RECORDING + ",\"consent\":true");
        tell(call, RECORDING + ",\"consent\":true");
        tell(
                call,
                "\"seq\":21,\"type\":\"transcript\",\"recordingId\":\"rec-1\",\"consent\":true,\"language\":\"de\","
                        + "\"text\":\"Meine IBAN ist DE89 3704 0044 0532 0130 00\"");

        var entries = Line.recordsUpTo(Ivr.contactOf(call), 2);
        var voicemail = entryOf(entries, 1);
        assertThat(voicemail.at("/phone/recordings/0/url").asText()).isEqualTo("https://pbx.example/rec-1");
        assertThat(voicemail.at("/phone/recordings/0/kind").asText()).isEqualTo("voicemail");
        var transcript = entryOf(entries, 2);
        assertThat(transcript.get("text").asText()).isEqualTo("Meine IBAN ist ****");
        assertThat(transcript.at("/phone/transcript").asBoolean()).isTrue();
        var changes = Line.changesOf(Ivr.contactOf(call), "callback");
        assertThat(changes)
                .filteredOn(change -> "ended".equals(change.get("change").asText()))
                .extracting(change -> change.get("outcome").asText())
                .containsExactly("abandoned-in-menu", "voicemail");
    }

    @ParameterizedTest
    @ValueSource(strings = {"", ",\"consent\":false"})
    void aRecordingWithoutConsentIsRefusedAndNothingOfItIsKept(String consent) {
        var call = Ivr.call();

        Ivr.tell(call, RECORDING + consent)
                .then()
                .statusCode(422)
                .body("type", equalTo("urn:carryon:problem:consent-missing"))
                .body("errors[0].pointer", equalTo("/consent"));

        assertThat(sql.query("select 1 from call_entry where contact_id = ?", row -> true, Ivr.contactOf(call)))
                .isEmpty();
    }

    @ParameterizedTest
    @CsvSource(delimiter = '|', textBlock = """
            "type":"menu","node":"root"                                   | 400 | /seq
            "seq":1,"type":"menu"                                         | 400 | /node
            "seq":1,"type":"dance"                                        | 400 | /type
            "seq":-1,"type":"menu","node":"root"                          | 400 | /seq
            "seq":1,"type":"input","name":"a"                             | 400 | /value
            "seq":1,"type":"answer"                                       | 400 | /agentId
            "seq":1,"type":"transfer"                                     | 400 | /target
            "seq":1,"type":"transcript","recordingId":"r","text":"t"      | 422 | /consent
            "seq":1,"type":"recording","recordingId":"r","url":"file:///etc/passwd","consent":true | 422 | /url
            "seq":1,"type":"recording","recordingId":"r","url":"https://a:b@pbx/r","consent":true | 422 | /url
            "seq":1,"type":"recording","recordingId":"r","url":"not an address","consent":true | 422 | /url
            """)
    void aWrongEventIsRefusedWithItsFault(String event, int status, String pointer) {
        Ivr.tell(Ivr.call(), event).then().statusCode(status).body("errors.pointer", hasItem(pointer));
    }

    @Test
    void aTicketsNumberByKeypadJoinsItsTicketAndAWrongOneIsAskedForAgain() {
        var call = Ivr.call();

        Ivr.keyInTicket(call, "1004274")
                .then()
                .statusCode(422)
                .body("errors[0].pointer", equalTo("/digits"))
                .body("say[0].lang", equalTo("de"))
                .body("say[0].text", startsWith("Diese Ticketnummer stimmt nicht"));
        Ivr.keyInTicket(call, "1004275#")
                .then()
                .statusCode(200)
                .body("number", equalTo("1004275"))
                .body("say[0].text", startsWith("Danke"));
        Ivr.zeroOut(call, "{\"trigger\":\"dtmf0\",\"from\":\"+49301234569\"}")
                .then()
                .statusCode(201);

        assertThat(first(call).at("/thread/ticketNumbers").toString()).isEqualTo("[\"1004275\"]");
    }

    @Test
    void aNumberTheNetworkVouchesForIsVerifiedAndAnyOtherWordLeavesItAClaim() {
        assertThat(methodOf("TN-Validation-Passed-A")).isEqualTo("verified stir");
        assertThat(methodOf("TN-Validation-Passed-B")).isEqualTo("claimed ");
    }

    @Test
    void anEventFromTheFutureIsTakenAndItsClockNotBelieved() {
        var call = Ivr.call();

        tell(call, "\"seq\":1,\"type\":\"menu\",\"node\":\"root\",\"at\":\"2099-01-01T00:00:00Z\"");

        assertThat(sql.query(
                        "select at from call_happening where contact_id = ?",
                        row -> Sql.instant(row, "at"),
                        Ivr.contactOf(call)))
                .singleElement()
                .satisfies(at -> assertThat(at).isBefore(Instant.now().plusSeconds(360)));
    }

    private static String methodOf(String stirVerstat) {
        var call = Ivr.call();
        Ivr.ivr()
                .body("{\"from\":\"+49301234570\",\"to\":\"+4930555010\",\"sipCallId\":\"a84b@pbx\",\"stirVerstat\":\""
                        + stirVerstat + "\",\"providerIds\":{\"twilio\":\"CA1\"}}")
                .put("/v1/ivr/calls/" + call)
                .then()
                .statusCode(201);
        Ivr.zeroOut(call, "{\"trigger\":\"dtmf0\"}").then().statusCode(201);
        var handle = first(call).at("/sender/handles/0");
        return handle.path("verification").asText() + " "
                + handle.path("method").asText();
    }

    private static void tell(String call, String event) {
        Ivr.tell(call, event).then().statusCode(202);
    }

    private static JsonNode first(String call) {
        return Line.entriesOf(Ivr.contactOf(call), 1).getFirst();
    }

    private static JsonNode entryOf(List<JsonNode> entries, int sequence) {
        return entries.stream()
                .filter(entry -> entry.get("sequence").asInt() == sequence)
                .findFirst()
                .orElseThrow();
    }
}
