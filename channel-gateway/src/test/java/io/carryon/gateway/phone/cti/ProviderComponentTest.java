package io.carryon.gateway.phone.cti;

import static io.restassured.RestAssured.given;
import static org.assertj.core.api.Assertions.assertThat;
import static org.hamcrest.Matchers.containsString;
import static org.hamcrest.Matchers.equalTo;

import io.carryon.gateway.phone.Call;
import io.carryon.gateway.testing.Line;
import io.carryon.gateway.testing.ProfileStubResource;
import io.carryon.local.testing.LocalStackResource;
import io.quarkus.test.common.ResourceArg;
import io.quarkus.test.common.TestResourceScope;
import io.quarkus.test.common.WithTestResource;
import io.quarkus.test.junit.QuarkusTest;
import io.restassured.response.Response;
import java.nio.charset.StandardCharsets;
import java.util.UUID;
import org.junit.jupiter.api.Test;

@QuarkusTest
@WithTestResource(
        value = LocalStackResource.class,
        scope = TestResourceScope.GLOBAL,
        initArgs = @ResourceArg(name = "name", value = "gateway"))
@WithTestResource(value = ProfileStubResource.class, scope = TestResourceScope.GLOBAL)
class ProviderComponentTest {

    private static final String BACK = "https://gateway.example/v1/cti/sipgate/" + Pbx.SIPGATE_TOKEN;

    @Test
    void sipgateIsAskedForTheCallsFurtherEvents() {
        var call = Pbx.call();

        sipgate(Pbx.newCall(call, "492111234567"))
                .then()
                .statusCode(200)
                .contentType("application/xml")
                .body("Response.@onAnswer", equalTo(BACK))
                .body("Response.@onHangup", equalTo(BACK));
        sipgate(Pbx.answer(call, "492111234567")).then().statusCode(200);
        sipgate(Pbx.hangup(call, "492111234567")).then().statusCode(200);

        var entries = Line.entriesOf(Call.contactIdOf("cti:sip", call), 1);
        assertThat(entries.getFirst().at("/sender/handles/0/value").asText()).isEqualTo("+492111234567");
    }

    @Test
    void sipgateIsToldToRejectAndToDial() {
        sipgate(Pbx.newCall(Pbx.call(), "493066612345"))
                .then()
                .statusCode(200)
                .body("Response.Reject.@reason", equalTo("busy"));
        sipgate("event=newCall&direction=out&from=492111234567&to=4915799912345&callId=" + Pbx.call())
                .then()
                .statusCode(200)
                .body("Response.@onHangup", equalTo(BACK))
                .body("Response.Dial.@callerId", equalTo("41443340000"))
                .body("Response.Dial.Number", equalTo("4915799912345"));
    }

    @Test
    void errorsAreXmlWhereXmlIsExpected() {
        sipgate("callId=1")
                .then()
                .statusCode(422)
                .contentType("application/xml")
                .body("Response.Error", containsString("event must be one of newCall"));
        given().contentType("application/x-www-form-urlencoded")
                .body(Pbx.newCall(Pbx.call(), "4930111"))
                .post("/v1/cti/sipgate/unknown-token-0123456789")
                .then()
                .statusCode(401)
                .contentType("application/xml");
    }

    @Test
    void placetelsOwnWordsAreTheSameCall() {
        var call = UUID.randomUUID().toString().replace("-", "");
        var numbers = "&from=022129191999&to=030555010&call_id=" + call;

        placetel("event=IncomingCall" + numbers)
                .then()
                .statusCode(200)
                .contentType("application/xml")
                .body("Response", equalTo(""));
        placetel("event=CallAccepted&peer=7777abcdefg%40fpbx.de" + numbers)
                .then()
                .statusCode(200);
        placetel("event=HungUp&type=accepted" + numbers).then().statusCode(200);

        var entry = Line.entriesOf(Call.contactIdOf("cti:cloud", call), 1).getFirst();
        assertThat(entry.at("/phone/trigger").asText()).isEqualTo("ringing");
        assertThat(entry.at("/sender/handles/0/value").asText()).isEqualTo("022129191999");
        assertThat(entry.at("/sender/handles/0/region").asText()).isEqualTo("AT");
    }

    @Test
    void thatAPlacetelCallWentOutIsKnownWhenItEnds() {
        var call = UUID.randomUUID().toString().replace("-", "");
        var numbers = "&from=030555010&to=022129191999&call_id=" + call;

        placetel("event=OutgoingCall" + numbers).then().statusCode(200);
        placetel("event=HungUp&type=missed" + numbers).then().statusCode(200);

        assertThat(Line.allOf("contact.received"))
                .noneMatch(entry -> entry.get("contactId")
                        .asText()
                        .equals(Call.contactIdOf("cti:cloud", call).toString()));
    }

    @Test
    void placetelHasToSignWhatItSends() {
        var form = "event=IncomingCall&from=022129191999&to=030555010&call_id=" + Pbx.call();

        for (var signature : new String[] {"", "00ff", PushSignature.of("another-secret", bytes(form))}) {
            signed(form, signature).then().statusCode(401).contentType("application/xml");
        }
        given().contentType("application/x-www-form-urlencoded")
                .body(form)
                .post("/v1/cti/placetel/" + Pbx.PLACETEL_TOKEN)
                .then()
                .statusCode(401);
    }

    private static Response sipgate(String form) {
        return given().contentType("application/x-www-form-urlencoded")
                .body(form)
                .post("/v1/cti/sipgate/" + Pbx.SIPGATE_TOKEN);
    }

    private static Response placetel(String form) {
        return signed(form, PushSignature.of("placetel-shared-secret", bytes(form)));
    }

    private static Response signed(String form, String signature) {
        return given().contentType("application/x-www-form-urlencoded")
                .header("X-PLACETEL-SIGNATURE", signature)
                .body(form)
                .post("/v1/cti/placetel/" + Pbx.PLACETEL_TOKEN);
    }

    private static byte[] bytes(String text) {
        return text.getBytes(StandardCharsets.UTF_8);
    }
}
