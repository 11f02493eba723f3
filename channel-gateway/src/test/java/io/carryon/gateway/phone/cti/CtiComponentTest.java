package io.carryon.gateway.phone.cti;

import static io.restassured.RestAssured.given;
import static org.assertj.core.api.Assertions.assertThat;
import static org.hamcrest.Matchers.containsString;
import static org.hamcrest.Matchers.equalTo;
import static org.hamcrest.Matchers.not;

import io.carryon.gateway.testing.Line;
import io.carryon.gateway.testing.ProfileStubResource;
import io.carryon.local.testing.LocalStackResource;
import io.quarkus.test.common.ResourceArg;
import io.quarkus.test.common.TestResourceScope;
import io.quarkus.test.common.WithTestResource;
import io.quarkus.test.junit.QuarkusTest;
import java.util.List;
import java.util.Map;
import java.util.stream.Collectors;
import org.junit.jupiter.api.Test;

@QuarkusTest
@WithTestResource(
        value = LocalStackResource.class,
        scope = TestResourceScope.GLOBAL,
        initArgs = @ResourceArg(name = "name", value = "gateway"))
@WithTestResource(value = ProfileStubResource.class, scope = TestResourceScope.GLOBAL)
class CtiComponentTest {

    @Test
    void aCallThatRingsIsAContactBeforeThePushIsAnswered() {
        var call = Pbx.call();

        // As Kamailio's s.escape.param writes it: the plus is not escaped and arrives as a space.
        Pbx.taken(Pbx.newCall(call, "+49301234567")).then().statusCode(200).body("$", equalTo(Map.of()));

        var entry = Line.entriesOf(Pbx.contactOf(call), 1).getFirst();
        assertThat(entry.at("/phone/trigger").asText()).isEqualTo("ringing");
        assertThat(entry.at("/phone/queueHint").asText()).isEqualTo("billing");
        assertThat(entry.at("/phone/dialled").asText()).isEqualTo("4930555010");
        assertThat(entry.at("/sender/handles/0/value").asText()).isEqualTo("+49301234567");
        assertThat(entry.at("/sender/handles/0/raw").asText()).isEqualTo(" 49301234567");
        assertThat(entry.at("/sender/handles/0/verification").asText()).isEqualTo("claimed");
    }

    @Test
    void aNumberWithoutItsPlusIsInternationalAsTheFormatHasIt() {
        var call = Pbx.call();
        var national = Pbx.call();

        Pbx.taken(Pbx.newCall(call, "41443340000")).then().statusCode(200);
        Pbx.taken(Pbx.newCall(national, "02214710334")).then().statusCode(200);

        assertThat(handle(call, "value")).isEqualTo("+41443340000");
        assertThat(handle(call, "raw")).isEqualTo("41443340000");
        assertThat(handle(national, "value")).isEqualTo("02214710334");
        assertThat(handle(national, "region")).isEqualTo("DE");
    }

    @Test
    void eventsRepeatAndOvertakeEachOtherAndTheCallerIsOneContact() {
        var call = Pbx.call();
        var from = "493011122233";
        for (var event : List.of(
                Pbx.answer(call, from),
                Pbx.newCall(call, from),
                Pbx.newCall(call, from),
                Pbx.hangup(call, from),
                Pbx.answer(call, from),
                Pbx.newCall(call, from),
                Pbx.hangup(call, from))) {
            Pbx.taken(event).then().statusCode(200).body("$", equalTo(Map.of()));
        }
        var abandoned = Pbx.call();
        Pbx.taken(Pbx.hangup(abandoned, from)).then().statusCode(200).body("$", equalTo(Map.of()));

        assertThat(Line.entriesBefore(Pbx.contactOf(abandoned), Pbx.contactOf(call)))
                .singleElement()
                .satisfies(entry -> assertThat(entry.get("sequence").asInt()).isZero());
        assertThat(Line.entriesOf(Pbx.contactOf(abandoned), 1)).hasSize(1);
    }

    @Test
    void jsonAndMultipartSayTheSameAsAForm() {
        var json = Pbx.call();
        var multipart = Pbx.call();

        given().contentType("application/json")
                .body(
                        "{\"event\":\"newCall\",\"callId\":\"" + json
                                + "\",\"from\":493055571600,\"to\":\"4930555099\","
                                + "\"direction\":\"in\",\"user\":[\"Alice\",\"Bob\"],\"queue\":\"Hotline 2\",\"more\":{\"x\":[1]}}")
                .post("/v1/cti/" + Pbx.TOKEN)
                .then()
                .statusCode(200)
                .body("$", equalTo(Map.of()));
        given().multiPart("event", "newCall")
                .multiPart("callId", multipart)
                .multiPart("from", "493055571600")
                .multiPart("to", "4930555010")
                .multiPart("direction", "in")
                .multiPart("user[]", "Jürgen Groß")
                .post("/v1/cti/" + Pbx.TOKEN)
                .then()
                .statusCode(200)
                .body("$", equalTo(Map.of()));

        assertThat(handle(json, "value")).isEqualTo("+493055571600");
        assertThat(Line.entriesOf(Pbx.contactOf(json), 1)
                        .getFirst()
                        .at("/phone/queueHint")
                        .asText())
                .isEqualTo("technical");
        assertThat(handle(multipart, "value")).isEqualTo("+493055571600");
    }

    @Test
    void aBlockedCallerIsRejectedAndLeavesNoContact() {
        var call = Pbx.call();
        var from = "00493066612345";

        Pbx.taken(Pbx.newCall(call, from))
                .then()
                .statusCode(200)
                .body("$", equalTo(Map.of("action", "reject", "reason", "busy")));
        Pbx.taken(Pbx.hangup(call, from)).then().statusCode(200).body("$", equalTo(Map.of()));

        assertThat(Line.allOf("contact.received"))
                .noneMatch(entry -> entry.get("contactId")
                        .asText()
                        .equals(Pbx.contactOf(call).toString()));
    }

    @Test
    void aCallThatGoesOutShowsTheConfiguredNumberAndLeavesNoContact() {
        var call = Pbx.call();
        var told = "direction=out&from=4930555010&callId=" + call + "&to=";

        Pbx.taken("event=newCall&" + told + "41791234567")
                .then()
                .statusCode(200)
                .body(
                        "$",
                        equalTo(Map.of(
                                "action", "dial",
                                "caller_id", "+41443340000",
                                "callerId", "+41443340000",
                                "number", "41791234567")));
        Pbx.taken("event=newCall&" + told.replace(call, Pbx.call()) + "4930901820")
                .then()
                .statusCode(200)
                .body("$", equalTo(Map.of()));
        Pbx.taken("event=answer&" + told + "41791234567").then().statusCode(200);
        // The direction is known from the call's beginning.
        Pbx.taken("event=hangup&callId=" + call).then().statusCode(200).body("$", equalTo(Map.of()));

        assertThat(Line.allOf("contact.received"))
                .noneMatch(entry -> entry.get("contactId")
                        .asText()
                        .equals(Pbx.contactOf(call).toString()));
    }

    @Test
    void callersWhoWithholdTheirNumberOrSendNonsenseAreTakenAndNeverJoined() {
        var handles = List.of("anonymous", "9".repeat(10_240), "", "%00%", "sip%3A%40").stream()
                .map(from -> {
                    var call = Pbx.call();
                    Pbx.taken(Pbx.newCall(call, from)).then().statusCode(200);
                    return handle(call, "value");
                })
                .collect(Collectors.toSet());

        assertThat(handles).hasSize(5).allMatch(handle -> handle.startsWith("anonymous:"));
    }

    @Test
    void whatIsWrongIsNamedWithItsRemedy() {
        var call = Pbx.call();
        var wrong = Map.of(
                "callId=" + call,
                "/event",
                "event=ring&callId=" + call,
                "/event",
                "event=newCall",
                "/callId",
                "event=newCall&callId=" + "x".repeat(300),
                "/callId",
                "event=newCall&direction=sideways&callId=" + call,
                "/direction");
        wrong.forEach((form, pointer) -> Pbx.push(form)
                .then()
                .statusCode(422)
                .contentType("application/problem+json")
                .body("errors.pointer[0]", equalTo(pointer))
                .body("errors.detail[0]", containsString("must be")));
        given().contentType("application/json")
                .body("[1]")
                .post("/v1/cti/" + Pbx.TOKEN)
                .then()
                .statusCode(400);
    }

    @Test
    void onlyTheRightTokenOpensAndItIsSaidNowhere() {
        for (var path : List.of("/v1/cti/wrong-token-0123456789", "/v1/cti/" + Pbx.TOKEN + "x")) {
            given().contentType("application/x-www-form-urlencoded")
                    .body(Pbx.newCall(Pbx.call(), "4930111"))
                    .post(path)
                    .then()
                    .statusCode(401)
                    .body("type", equalTo("urn:carryon:problem:unknown-token"))
                    .body(not(containsString(path)));
        }
        given().contentType("application/x-www-form-urlencoded")
                .body(Pbx.newCall(Pbx.call(), "4930111"))
                .post("/v1/cti/" + Pbx.SIPGATE_TOKEN)
                .then()
                .statusCode(404)
                .body("detail", containsString("sipgate"));
        Pbx.taken(Pbx.newCall(Pbx.call(), "4930111")).then().statusCode(200);

        given().get("/q/metrics").then().statusCode(200).body(not(containsString(Pbx.TOKEN)));
    }

    private static String handle(String call, String field) {
        return Line.entriesOf(Pbx.contactOf(call), 1)
                .getFirst()
                .at("/sender/handles/0/" + field)
                .asText();
    }
}
