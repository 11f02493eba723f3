package io.carryon.gateway.chat;

import static org.assertj.core.api.Assertions.assertThat;
import static org.hamcrest.Matchers.equalTo;
import static org.hamcrest.Matchers.nullValue;

import io.carryon.gateway.testing.Line;
import io.carryon.gateway.testing.Portal;
import io.carryon.gateway.testing.ProfileStubResource;
import io.carryon.gateway.testing.Site;
import io.carryon.gateway.testing.TestBrowser;
import io.carryon.gateway.testing.TicketEvents;
import io.carryon.local.testing.LocalStackResource;
import io.quarkus.test.common.ResourceArg;
import io.quarkus.test.common.TestResourceScope;
import io.quarkus.test.common.WithTestResource;
import io.quarkus.test.common.http.TestHTTPResource;
import io.quarkus.test.junit.QuarkusTest;
import io.restassured.path.json.JsonPath;
import java.net.URI;
import java.util.UUID;
import org.junit.jupiter.api.Test;

@QuarkusTest
@WithTestResource(
        value = LocalStackResource.class,
        scope = TestResourceScope.GLOBAL,
        initArgs = @ResourceArg(name = "name", value = "gateway"))
@WithTestResource(value = ProfileStubResource.class, scope = TestResourceScope.GLOBAL)
class ChatRecognitionComponentTest {

    @TestHTTPResource("/v1/chat/ws")
    URI socket;

    @Test
    void theVisitorIsAskedOnceAtASocketAndAnswersThere() {
        var session = Site.opened();
        try (var browser = TestBrowser.helloed(socket, session)) {
            browser.send("msg", "clientId", "c1", "text", "Hello");
            browser.next("ack");
            ask(session);

            var question = browser.next("recognition");
            assertThat(question.get("text").asText()).isEqualTo("Is this about the same?");
            assertThat(question.get("answers")).hasSize(2);

            browser.sendText("{\"t\":\"recognition.answer\",\"same\":false}");
            assertThat(browser.next("recognition.answered").get("same").asBoolean())
                    .isFalse();
            browser.sendText("{\"t\":\"recognition.answer\"}");
            assertThat(browser.next("error").at("/problem/errors/0/pointer").asText())
                    .isEqualTo("/same");
        }
        assertThat(Line.allOf("recognition.answered"))
                .filteredOn(event -> Site.contactOf(session)
                        .toString()
                        .equals(event.get("contactId").asText()))
                .singleElement()
                .satisfies(event -> assertThat(event.get("same").asBoolean()).isFalse());
        Portal.portal().get(path(session)).then().statusCode(200).body("recognitionQuestion", nullValue());
    }

    @Test
    void aVisitorWhoComesBackIsAskedAgainAndTheSiteMayAnswerForThem() {
        var session = Site.opened();
        try (var browser = TestBrowser.helloed(socket, session)) {
            browser.send("msg", "clientId", "c1", "text", "Hello");
            browser.next("ack");
            ask(session);
            browser.next("recognition");
        }
        try (var browser = TestBrowser.helloed(socket, session)) {
            browser.next("recognition");
        }
        Portal.portal()
                .get(path(session))
                .then()
                .statusCode(200)
                .body("recognitionQuestion.text", equalTo("Is this about the same?"));

        Portal.portal()
                .contentType("application/json")
                .body("{\"same\":true}")
                .post(path(session))
                .then()
                .statusCode(200)
                .body("same", equalTo(true));
        Portal.portal()
                .get("/v1/chat/sessions/" + UUID.randomUUID() + "/recognition")
                .then()
                .statusCode(404);
    }

    private static void ask(JsonPath session) {
        var contact = Site.contactOf(session);
        Line.publish("contact.recognized", contact, TicketEvents.asking(contact, "Is this about the same?"));
    }

    private static String path(JsonPath session) {
        return "/v1/chat/sessions/" + session.getString("sessionId") + "/recognition";
    }
}
