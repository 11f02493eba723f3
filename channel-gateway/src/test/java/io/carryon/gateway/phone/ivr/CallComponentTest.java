package io.carryon.gateway.phone.ivr;

import static io.restassured.RestAssured.given;
import static org.assertj.core.api.Assertions.assertThat;
import static org.hamcrest.Matchers.equalTo;
import static org.hamcrest.Matchers.hasItem;
import static org.hamcrest.Matchers.hasSize;
import static org.hamcrest.Matchers.nullValue;

import com.fasterxml.jackson.databind.JsonNode;
import io.carryon.gateway.testing.Ivr;
import io.carryon.gateway.testing.Line;
import io.carryon.gateway.testing.ProfileStubResource;
import io.carryon.gateway.testing.Tokens;
import io.carryon.local.testing.LocalStackResource;
import io.quarkus.test.common.ResourceArg;
import io.quarkus.test.common.TestResourceScope;
import io.quarkus.test.common.WithTestResource;
import io.quarkus.test.junit.QuarkusTest;
import java.time.Duration;
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
class CallComponentTest {

    @Test
    void aKnownCallerIsNamedWithTheirOpenTickets() {
        Ivr.announce(Ivr.call(), ProfileStubResource.KNOWN)
                .then()
                .statusCode(201)
                .body("customer.match", equalTo("maybe"))
                .body("customer.name", equalTo("Marta Nowak"))
                .body("openTickets", hasSize(1))
                .body("openTickets[0].number", equalTo("1004273"))
                .body("language", equalTo("de"))
                .body("degraded", equalTo(false));
    }

    @Test
    void anUnknownCallerIsNobodyWithoutBeingDegraded() {
        Ivr.announce(Ivr.call(), "+4930999999")
                .then()
                .statusCode(201)
                .body("customer.match", equalTo("none"))
                .body("degraded", equalTo(false));
    }

    @ParameterizedTest
    @ValueSource(strings = {ProfileStubResource.BROKEN, ProfileStubResource.GARBLED, ProfileStubResource.HANGING})
    void aProfileInTroubleMakesThePutDegradedNotFailed(String number) {
        Ivr.announce(Ivr.call(), number)
                .then()
                .statusCode(201)
                .body("customer.match", equalTo("none"))
                .body("degraded", equalTo(true));
    }

    @Test
    void aCallerWhoGivesUpIsAContactOnceAndCannotBeConnectedAnyMore() {
        var call = Ivr.call();
        Ivr.announce(call, "+4930999999");

        var ended = Ivr.hangUp(call, "{\"cause\":\"normalClearing\"}")
                .then()
                .statusCode(200)
                .body("state", equalTo("ended"))
                .extract()
                .asString();
        assertThat(Ivr.hangUp(call, "").then().statusCode(200).extract().asString())
                .isEqualTo(ended);
        Ivr.zeroOut(call, Ivr.ZERO).then().statusCode(409).body("type", equalTo("urn:carryon:problem:call-ended"));

        assertThat(publishedOf(call, Ivr.ZERO.replace(" 49301234567", "+4930999999")))
                .extracting(entry -> entry.at("/phone/trigger").asText())
                .containsExactly("hangup");
    }

    @Test
    void hangingUpWhileWaitingForAPersonIsALaterEntryOfTheSameContact() {
        var call = Ivr.call();
        Ivr.zeroOut(call, Ivr.ZERO).then().statusCode(201);

        Ivr.hangUp(call, "{}").then().statusCode(200).body("outcome", equalTo("abandoned-in-queue"));
        Ivr.hangUp(call, "{}").then().statusCode(200);

        assertThat(publishedOf(call, Ivr.ZERO))
                .filteredOn(entry -> entry.get("sequence").asInt() == 0)
                .extracting(entry -> entry.at("/phone/trigger").asText())
                .containsOnly("dtmf0");
        assertThat(publishedOf(call, Ivr.ZERO))
                .filteredOn(entry -> entry.get("sequence").asInt() > 0)
                .isNotEmpty()
                .allSatisfy(entry -> {
                    assertThat(entry.get("sequence").asInt()).isEqualTo(1);
                    assertThat(entry.get("text").asText()).contains("hung up after waiting");
                });
        Ivr.zeroOut(call, Ivr.ZERO).then().statusCode(200);
    }

    @ParameterizedTest
    @CsvSource(delimiter = '|', textBlock = """
                    {"trigger"                                        | malformed-json |
                    {"trigger":"dtmf9"}                               | validation     | /trigger
                    {"trigger":"dtmf0","menuPath":"root"}             | validation     | /menuPath
                    {"trigger":"dtmf0","colour":"red"}                | validation     | /colour
                    {"trigger":"dtmf0","collected":{"a":"\\u0000"}}    | validation     | /collected/a
                    {"trigger":"dtmf0","at":"yesterday"}              | validation     | /at
                    {"trigger":"dtmf0","at":5}                        | validation     | /at
                    {"trigger":"dtmf0","collected":{"a/b~":""},"menuPath":[""]} | validation | /menuPath/0
                    {"trigger":"dtmf0","collected":{"a/b~":7}}        | validation     | /collected/a~1b~0
                    {}                                                | validation     | /trigger
                    """)
    void aWrongBodyIsRefusedWithItsFault(String body, String type, String pointer) {
        var refused = Ivr.zeroOut(Ivr.call(), body)
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
        var path = "/v1/ivr/calls/" + Ivr.call() + "/zero-out";
        given().contentType("application/json").body(Ivr.ZERO).post(path).then().statusCode(401);
        given().auth()
                .oauth2(Tokens.ofForeignIssuer("ivr"))
                .contentType("application/json")
                .body(Ivr.ZERO)
                .post(path)
                .then()
                .statusCode(401);
        given().auth()
                .oauth2(Tokens.of("portal"))
                .contentType("application/json")
                .body(Ivr.ZERO)
                .post(path)
                .then()
                .statusCode(403);
    }

    @Test
    void anOverlongCallIdIsRefused() {
        Ivr.zeroOut("c".repeat(129), Ivr.ZERO).then().statusCode(400);
    }

    @Test
    void anAnnouncementMayBeRepeatedUntilTheCallHasEnded() {
        var call = Ivr.call();
        Ivr.announce(call, "+4930999999").then().statusCode(201);
        Ivr.announce(call, "+4930999999").then().statusCode(200);
        Ivr.hangUp(call, "{}").then().statusCode(200);

        Ivr.announce(call, "+4930999999")
                .then()
                .statusCode(409)
                .body("type", equalTo("urn:carryon:problem:call-ended"));
    }

    @Test
    void aNumberThatSeveralCustomersHaveNamesNone() {
        Ivr.announce(Ivr.call(), ProfileStubResource.SHARED)
                .then()
                .body("customer.match", equalTo("maybe"))
                .body("customer.name", nullValue())
                .body("openTickets", hasSize(0));
    }

    @Test
    void aClockFarOffIsNotBelieved() {
        var ended = Ivr.hangUp(Ivr.call(), "{\"at\":\"+500000-01-01T00:00:00Z\"}")
                .then()
                .statusCode(200)
                .extract()
                .jsonPath();
        assertThat(Instant.parse(ended.getString("endedAt")))
                .isBefore(Instant.now().plus(Duration.ofMinutes(6)));

        var call = Ivr.call();
        Ivr.zeroOut(call, "{\"trigger\":\"dtmf0\",\"at\":\"-5000-01-01T00:00:00Z\"}")
                .then()
                .statusCode(201);
        var entry = Line.entriesOf(Ivr.contactOf(call), 1).getFirst();
        assertThat(Instant.parse(entry.get("occurredAt").asText()))
                .isAfter(Instant.now().minus(Duration.ofDays(8)));
    }

    // Up to a later call of the same caller, which keeps its place behind.
    private static List<JsonNode> publishedOf(String call, String nextOfTheCaller) {
        var next = Ivr.call();
        Ivr.zeroOut(next, nextOfTheCaller).then().statusCode(201);
        return Line.entriesBefore(Ivr.contactOf(next), Ivr.contactOf(call));
    }
}
