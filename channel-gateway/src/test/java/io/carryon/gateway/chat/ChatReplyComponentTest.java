package io.carryon.gateway.chat;

import static io.restassured.RestAssured.given;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.awaitility.Awaitility.await;
import static org.hamcrest.Matchers.equalTo;

import io.carryon.gateway.contact.ContactId;
import io.carryon.gateway.problem.ProblemException;
import io.carryon.gateway.testing.Line;
import io.carryon.gateway.testing.ProfileStubResource;
import io.carryon.gateway.testing.TestBrowser;
import io.carryon.gateway.testing.TicketEvents;
import io.carryon.gateway.testing.Tokens;
import io.carryon.local.testing.LocalStackResource;
import io.quarkus.test.common.ResourceArg;
import io.quarkus.test.common.TestResourceScope;
import io.quarkus.test.common.WithTestResource;
import io.quarkus.test.common.http.TestHTTPResource;
import io.quarkus.test.junit.QuarkusTest;
import io.restassured.path.json.JsonPath;
import jakarta.inject.Inject;
import java.net.URI;
import java.time.Instant;
import java.util.List;
import java.util.UUID;
import org.junit.jupiter.api.Test;

@QuarkusTest
@WithTestResource(
        value = LocalStackResource.class,
        scope = TestResourceScope.GLOBAL,
        initArgs = @ResourceArg(name = "name", value = "gateway"))
@WithTestResource(value = ProfileStubResource.class, scope = TestResourceScope.GLOBAL)
class ChatReplyComponentTest {

    @TestHTTPResource("/v1/chat/ws")
    URI socket;

    @Inject
    ChatSessionStore sessions;

    @Inject
    ChatTalk talk;

    @Inject
    ChatTranscript transcript;

    @Test
    void anAnswerIsSentAtOnceAndDeliveredWhenTheBrowserSaysSo() {
        var session = opened();
        var ticket = UUID.randomUUID();
        try (var browser = helloed(session)) {
            var event = TicketEvents.reply(
                    UUID.randomUUID(),
                    ticket,
                    ContactId.derive("chat", session.getString("sessionId")),
                    "chat",
                    "How can I help?");
            Line.publish("reply.requested", ticket, event);
            int seq = browser.next("msg.new").get("seq").asInt();
            await().until(() -> stateOfRepliesTo(ticket), equalTo("SENT"));

            browser.sendText("{\"t\":\"read\"}");
            assertThat(browser.next("error").at("/problem/errors/0/pointer").asText())
                    .isEqualTo("/upToSeq");
            browser.sendText("{\"t\":\"read\",\"upToSeq\":" + seq + "}");
            await().until(() -> stateOfRepliesTo(ticket), equalTo("DELIVERED"));
        }
    }

    @Test
    void aLongTranscriptIsReplayedWhole() {
        var session = opened();
        var id = UUID.fromString(session.getString("sessionId"));
        for (int i = 1; i <= 120; i++) {
            transcript.addReply(id, UUID.randomUUID(), "Anna Weber", "Line " + i, List.of(), Instant.now());
        }
        try (var browser = TestBrowser.connect(socket)) {
            browser.sendText("{\"t\":\"hello\",\"resume\":{\"sessionId\":\"%s\",\"token\":\"%s\",\"lastSeq\":0}}"
                    .formatted(id, session.getString("sessionToken")));
            browser.next("welcome");
            for (int i = 1; i <= 120; i++) {
                assertThat(browser.next("msg.new").get("text").asText()).isEqualTo("Line " + i);
            }
        }
    }

    @Test
    void aChatEndedInAnotherProcessTakesNothingMore() {
        var session = opened();
        try (var browser = helloed(session)) {
            browser.send("msg", "clientId", "c1", "text", "Hello");
            browser.next("ack");
            var id = UUID.fromString(session.getString("sessionId"));
            var before = sessions.find(id).orElseThrow();
            sessions.ended(id, Instant.now());

            assertThatThrownBy(() -> talk.say(before, new VisitorMessage("c2", "Still there?", null)))
                    .isInstanceOfSatisfying(
                            ProblemException.class, e -> assertThat(e.type()).isEqualTo("chat-ended"));
            assertThat(talk.say(before, new VisitorMessage("c1", "Hello", null)).seq())
                    .isEqualTo(1);
            browser.next("ended");
            assertThat(browser.closedWith()).isEqualTo(1000);
        }
    }

    private static JsonPath opened() {
        return given().auth()
                .oauth2(Tokens.of("portal"))
                .contentType("application/json")
                .header("Idempotency-Key", UUID.randomUUID().toString())
                .body("{\"visitor\":{\"name\":\"Marta\"}}")
                .post("/v1/chat/sessions")
                .then()
                .statusCode(201)
                .extract()
                .jsonPath();
    }

    private TestBrowser helloed(JsonPath session) {
        var browser = TestBrowser.connect(socket);
        browser.send("hello", "token", session.getString("sessionToken"));
        browser.next("welcome");
        return browser;
    }

    private static String stateOfRepliesTo(UUID ticket) {
        return given().auth()
                .oauth2(Tokens.of("agent"))
                .queryParam("ticketId", ticket)
                .get("/v1/replies")
                .then()
                .statusCode(200)
                .extract()
                .path("items[0].state");
    }
}
