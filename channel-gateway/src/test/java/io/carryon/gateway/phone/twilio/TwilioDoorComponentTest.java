package io.carryon.gateway.phone.twilio;

import static io.restassured.RestAssured.given;
import static org.assertj.core.api.Assertions.assertThat;
import static org.hamcrest.Matchers.equalTo;

import io.carryon.gateway.testing.ProfileStubResource;
import io.carryon.local.testing.LocalStackResource;
import io.quarkus.test.common.ResourceArg;
import io.quarkus.test.common.TestResourceScope;
import io.quarkus.test.common.WithTestResource;
import io.quarkus.test.junit.QuarkusTest;
import io.restassured.specification.RequestSpecification;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

@QuarkusTest
@WithTestResource(
        value = LocalStackResource.class,
        scope = TestResourceScope.GLOBAL,
        initArgs = @ResourceArg(name = "name", value = "gateway"))
@WithTestResource(value = ProfileStubResource.class, scope = TestResourceScope.GLOBAL)
class TwilioDoorComponentTest {

    @Test
    void onlyWhatTheAccountSignedIsLetIn() {
        Twilio.call()
                .post("voice", Map.of(), "guessed")
                .then()
                .statusCode(403)
                .contentType("application/problem+json")
                .body("type", equalTo("urn:carryon:problem:wrong-signature"));
        given().contentType("application/x-www-form-urlencoded")
                .body("CallSid=CA1&AccountSid=" + Twilio.ACCOUNT)
                .post("/v1/voice/twilio/main/voice")
                .then()
                .statusCode(403);
    }

    @Test
    void aTokenThatIsBeingReplacedStillCounts() {
        Twilio.call().post("voice", Map.of(), "old-token").then().statusCode(200);
    }

    @Test
    void anotherAccountIsRefusedEvenWhenItSignsRightly() {
        Twilio.call()
                .post("voice", Map.of("AccountSid", "AC00000000000000000000000000000002"))
                .then()
                .statusCode(403)
                .body("type", equalTo("urn:carryon:problem:wrong-account"));
    }

    @Test
    void aStateThatSomebodyElseWroteIntoTheAddressIsRefused() {
        var call = Twilio.call().begin();
        var action = call.first("Gather").getAttribute("action");
        var step = action.substring(action.indexOf("menu?"));
        var form = Map.of("CallSid", call.sid(), "AccountSid", Twilio.ACCOUNT, "Digits", "1");
        var signature = TwilioSignature.of(
                "12345",
                action,
                Map.of(
                        "CallSid", List.of(call.sid()),
                        "AccountSid", List.of(Twilio.ACCOUNT),
                        "Digits", List.of("1")));

        assertThat(signed(signature, form)
                        .post("/v1/voice/twilio/main/" + step.replace("p=root", "p=vip"))
                        .statusCode())
                .isEqualTo(403);
        assertThat(signed(signature, form).post("/v1/voice/twilio/main/" + step).statusCode())
                .isEqualTo(200);
    }

    private static RequestSpecification signed(String signature, Map<String, String> form) {
        return given().urlEncodingEnabled(false)
                .header("X-Twilio-Signature", signature)
                .contentType("application/x-www-form-urlencoded")
                .body(Twilio.encoded(form));
    }

    @ParameterizedTest
    @ValueSource(strings = {"menu?n=gone&l=xx&p=root", "menu", "menu?n=root&s=x&w=-1", "menu?n=root&i=99999999999"})
    void aPlaceThatIsNotInTheMenuAnyMoreLeadsOn(String step) {
        var call = Twilio.call();

        call.post(step, Map.of("Digits", "0")).then().statusCode(200);

        assertThat(call.step(step).verbs()).containsAnyOf("Enqueue", "Gather");
    }

    @Test
    void whatIsNotThereIsNotFound() {
        Twilio.callAt("nobody").post("voice", Map.of()).then().statusCode(404).contentType("application/problem+json");
        Twilio.call().post("dance", Map.of()).then().statusCode(404);
        Twilio.call().post("events/dance", Map.of()).then().statusCode(404);
    }

    @Test
    void aWebhookWithoutACallIsRefused() {
        Twilio.call()
                .post("voice", Map.of("CallSid", ""))
                .then()
                .statusCode(400)
                .contentType("application/problem+json");
        Twilio.call().post("voice", Map.of("CallSid", "C".repeat(65))).then().statusCode(400);
    }

    @Test
    void aBodyThatIsTooLargeOrGarbledIsRefused() {
        Twilio.call().post("voice", Map.of("Body", "x".repeat(70_000))).then().statusCode(413);
        given().contentType("application/x-www-form-urlencoded")
                .body("CallSid=%4")
                .post("/v1/voice/twilio/main/voice")
                .then()
                .statusCode(400);
    }

    @ParameterizedTest
    @ValueSource(strings = {"anonymous", "Restricted", "+266696687", "client:desk", "sip:a@b.example", ""})
    void whoHidesTheirNumberIsTakenLikeAnybody(String from) {
        assertThat(Twilio.callFrom(from).begin().press("0").verbs()).contains("Enqueue");
    }
}
