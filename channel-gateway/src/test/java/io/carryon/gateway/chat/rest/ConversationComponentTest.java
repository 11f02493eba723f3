package io.carryon.gateway.chat.rest;

import static io.restassured.RestAssured.given;
import static org.assertj.core.api.Assertions.assertThat;
import static org.hamcrest.Matchers.equalTo;
import static org.hamcrest.Matchers.hasSize;
import static org.hamcrest.Matchers.notNullValue;
import static org.hamcrest.Matchers.nullValue;

import io.carryon.gateway.testing.Line;
import io.carryon.gateway.testing.ProfileStubResource;
import io.carryon.gateway.testing.Site;
import io.carryon.gateway.testing.TestBrowser;
import io.carryon.local.testing.LocalStackResource;
import io.quarkus.test.common.ResourceArg;
import io.quarkus.test.common.TestResourceScope;
import io.quarkus.test.common.WithTestResource;
import io.quarkus.test.common.http.TestHTTPResource;
import io.quarkus.test.junit.QuarkusTest;
import io.restassured.path.json.JsonPath;
import io.restassured.response.ValidatableResponse;
import io.restassured.specification.RequestSpecification;
import java.net.URI;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

@QuarkusTest
@WithTestResource(
        value = LocalStackResource.class,
        scope = TestResourceScope.GLOBAL,
        initArgs = @ResourceArg(name = "name", value = "gateway"))
@WithTestResource(value = ProfileStubResource.class, scope = TestResourceScope.GLOBAL)
class ConversationComponentTest {

    private static final String PATH = "/v1/chat/conversation";

    @TestHTTPResource("/v1/chat/ws")
    URI socket;

    @Test
    void aBrowserWithoutASocketTalksInTheSameConversation() {
        var session = Site.opened();
        try (var tab = TestBrowser.helloed(socket, session)) {
            var ack = say(session, "r1", "By REST").statusCode(200).body("seq", equalTo(1));
            assertThat(say(session, "r1", "By REST").extract().asString())
                    .isEqualTo(ack.extract().asString());
            say(session, "r1", "Something else").statusCode(422);
            assertThat(tab.next("msg.new").get("clientId").asText()).isEqualTo("r1");
            tab.send("msg", "clientId", "s1", "text", "By socket");
            tab.next("ack");
        }
        with(session)
                .get(PATH + "?after=0&limit=1")
                .then()
                .statusCode(200)
                .body("seq", equalTo(2))
                .body("messages", hasSize(1))
                .body("messages[0].text", equalTo("By REST"))
                .body("status.state", equalTo("waiting"))
                .body("contactUs.human.text", notNullValue());
        with(session).get(PATH + "?after=1").then().body("messages.seq", equalTo(List.of(2)));
        assertThat(Line.entriesOf(Site.contactOf(session), 2))
                .extracting(entry -> entry.get("text").asText())
                .containsExactly("By REST", "By socket");
    }

    @Test
    void whoWantsAPersonIsToldSinceWhenAndSupportHearsItOnce() {
        var session = Site.opened();
        var since = with(session)
                .body("{\"reason\":\"The answer does not help me.\"}")
                .post(PATH + "/handoff")
                .then()
                .statusCode(200)
                .extract()
                .path("at");
        try (var tab = TestBrowser.resumed(socket, session, 0)) {
            tab.next("welcome");
            assertThat(tab.next("msg.new").get("text").asText()).isEqualTo("The answer does not help me.");
            tab.send("handoff", "reason", "Again");
            assertThat(tab.next("handoff").get("at").asText()).isEqualTo(since);
        }
        var contact = Site.contactOf(session).toString();
        var act = Line.awaited(
                "customer.acted", event -> contact.equals(event.get("contactId").asText()));
        assertThat(act.get("act").asText()).isEqualTo("handoff");
        assertThat(act.get("reason").asText()).isEqualTo("The answer does not help me.");
        assertThat(Line.entriesOf(Site.contactOf(session), 1)).hasSize(1);
    }

    @Test
    void aVisitorIsCalledBackInsteadAndTheTicketHearsOfIt() {
        var session = Site.opened();
        var slots = with(session)
                .get(PATH + "/callback/slots")
                .then()
                .statusCode(200)
                .extract()
                .jsonPath();
        var last = slots.getString("slots[-1].notBefore");
        with(session)
                .body("{\"number\":\"+49 30 1234567\",\"notBefore\":\"" + last + "\"}")
                .post(PATH + "/callback")
                .then()
                .statusCode(200)
                .body("number", equalTo("+49301234567"))
                .body("notBefore", equalTo(last));
        with(session)
                .body("{\"number\":\"no number\"}")
                .post(PATH + "/callback")
                .then()
                .statusCode(400)
                .body("errors[0].pointer", equalTo("/number"));
        var contact = Site.contactOf(session).toString();
        var change = Line.awaited(
                "call.changed", event -> contact.equals(event.get("contactId").asText()));
        assertThat(change.get("change").asText()).isEqualTo("callback");
        // Without a word of the visitor's there would be no ticket to show it.
        assertThat(Line.entriesOf(Site.contactOf(session), 1)
                        .getFirst()
                        .get("text")
                        .asText())
                .isEqualTo("Proszę o telefon.");
    }

    @Test
    void typingIsToldAtMostOnceInAWhile() {
        var session = Site.opened();
        try (var tab = TestBrowser.helloed(socket, session)) {
            for (int i = 0; i < 3; i++) {
                tab.sendText("{\"t\":\"typing\",\"on\":true}");
            }
            tab.sendText("{\"t\":\"typing\",\"on\":false}");
            tab.sendText("{\"t\":\"typing\"}");
            assertThat(tab.next("error").at("/problem/errors/0/pointer").asText())
                    .isEqualTo("/on");
        }
        with(session).body("{\"on\":false}").post(PATH + "/typing").then().statusCode(204);
        with(session).body("{}").post(PATH + "/typing").then().statusCode(400);
        var contact = Site.contactOf(session).toString();
        Line.awaited(
                "chat.activity",
                event -> contact.equals(event.get("contactId").asText())
                        && !event.get("typing").asBoolean());
        assertThat(Line.allOf("chat.activity"))
                .filteredOn(event -> contact.equals(event.get("contactId").asText()))
                .extracting(event -> event.get("typing").asBoolean())
                .containsExactly(true, false);
    }

    @Test
    void whoLeavesOpensNothingAnyMore() {
        var session = Site.opened();
        with(session).post(PATH + "/end").then().statusCode(200);
        with(session).get(PATH).then().statusCode(401);
    }

    @ParameterizedTest
    @ValueSource(strings = {"guessed", " ", "x"})
    void withoutTheTokenThereIsNothing(String token) {
        given().header(ChatDoor.HEADER, token)
                .get(PATH)
                .then()
                .statusCode(401)
                .body("type", equalTo("urn:carryon:problem:unauthorized"));
        given().get(PATH).then().statusCode(401);
    }

    @Test
    void aFloodIsToldToWait() {
        var session = Site.opened();
        var last = 0;
        for (int i = 0; i < 40 && last != 429; i++) {
            last = with(session).get(PATH).statusCode();
        }
        assertThat(last).isEqualTo(429);
    }

    @Test
    void onlyPagesOfTheSitesMayCallFromTheirOrigin() {
        given().header("Origin", "https://shop.example")
                .header("Access-Control-Request-Method", "POST")
                .options(PATH + "/messages")
                .then()
                .statusCode(204)
                .header("Access-Control-Allow-Origin", equalTo("https://shop.example"))
                .header("Access-Control-Allow-Headers", equalTo("Carryon-Chat-Token, Content-Type"));
        given().header("Origin", "https://elsewhere.example")
                .header("Access-Control-Request-Method", "POST")
                .options(PATH + "/messages")
                .then()
                .statusCode(403)
                .header("Access-Control-Allow-Origin", nullValue());
        with(Site.opened())
                .header("Origin", "https://elsewhere.example")
                .get(PATH)
                .then()
                .statusCode(200)
                .header("Access-Control-Allow-Origin", nullValue());
    }

    private static ValidatableResponse say(JsonPath session, String clientId, String text) {
        return with(session)
                .body("{\"clientId\":\"" + clientId + "\",\"text\":\"" + text + "\"}")
                .post(PATH + "/messages")
                .then();
    }

    private static RequestSpecification with(JsonPath session) {
        return given().contentType("application/json").header(ChatDoor.HEADER, session.getString("sessionToken"));
    }
}
